/**
 * The primitives on the Vector API, the only package that sees {@code jdk.incubator.vector}: one
 * class a family of kernels. A lane is always an output channel or a pixel, never a part of a sum,
 * so that the length of the vectors leaves no trace in the results. Bodies are written for C2: one
 * loop over vectors that start as constants, no more of them alive than 16 registers hold, and few
 * methods, because each must be compiled before it is fast.
 */
package io.resnetc.runtime.vector;
