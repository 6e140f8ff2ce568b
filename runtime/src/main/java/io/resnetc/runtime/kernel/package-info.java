/**
 * The primitives that operators are made of, as one interface with its scalar twin; the vector twin
 * is in {@code io.resnetc.runtime.vector}. Both give the same bits: each result is one sum in an
 * order that the operands' shapes fix, and each multiply-add is one {@code fma}.
 */
package io.resnetc.runtime.kernel;
