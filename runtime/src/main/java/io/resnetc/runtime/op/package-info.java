/**
 * The layers that generated classes call. Each packs its parameters for the kernels when it is
 * built, and computes any share of its result: by output rows, by pixels, or by weight panels. How
 * the work is shared never changes a bit of the result.
 */
package io.resnetc.runtime.op;
