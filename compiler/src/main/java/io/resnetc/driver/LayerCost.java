package io.resnetc.driver;

import io.resnetc.ir.op.Shape;

/**
 * One row of the bill.
 *
 * @param path PyTorch's module path, the block's for what has no name of its own, {@code -} in
 *     neither
 * @param operator what is computed, with what was fused into it
 * @param output the result's shape
 * @param parameters trained numbers, as PyTorch counts them: without running statistics
 * @param multiplyAdds for one image
 * @param algorithm how it is computed
 */
public record LayerCost(
    String path,
    String operator,
    Shape output,
    long parameters,
    long multiplyAdds,
    String algorithm) {}
