/**
 * From the optimised graph to a {@link io.resnetc.lower.Program}: kernel calls in order on virtual
 * buffers, each with its algorithm. Here it is decided how a value lies in memory (NHWC, with the
 * border of zeros that the convolutions reading it need) and which operators cost nothing.
 */
package io.resnetc.lower;
