package io.resnetc.runtime;

/**
 * Neighbouring parts of a network that a batch goes through in slices of one size, and thus
 * together.
 *
 * @param first the first part
 * @param end the part after the last
 * @param floats of arena for an image
 * @param images the most of a slice
 */
record Stretch(int first, int end, int floats, int images) {}
