/**
 * NumPy's {@code .npy} files, read strictly and written plainly: how arrays come into and leave the
 * command line. A file is read image by image, so a batch may be larger than memory.
 */
package io.resnetc.driver.npy;
