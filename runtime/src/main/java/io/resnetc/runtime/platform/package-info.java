/**
 * What this processor and this virtual machine can do, and the choice of kernels that follows: made
 * once, with one sentence that says which and why.
 */
package io.resnetc.runtime.platform;
