package io.resnetc.runtime.op;

/**
 * Patches as the rows of a matrix, as {@link io.resnetc.runtime.kernel.Kernels#multiply} takes it.
 *
 * @param values where they lie
 * @param stride floats from one row to the next
 * @param pieces how many pieces a row has
 * @param pieceStep floats from one piece to the next
 * @param depth floats of a piece
 */
record PatchRows(float[] values, int stride, int pieces, int pieceStep, int depth) {}
