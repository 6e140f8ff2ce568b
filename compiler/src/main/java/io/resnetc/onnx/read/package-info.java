/**
 * From ONNX: a model as a graph of the IR, and its constants as named weights.
 *
 * <p>{@link io.resnetc.onnx.read.OnnxImport} walks the model's nodes in order. What can be computed
 * from constants and shapes alone is computed ({@link io.resnetc.onnx.read.Folding}); every other
 * node has a rule in {@link io.resnetc.onnx.read.Operators}. ONNX tensors have any number of axes,
 * the IR's values are feature maps and vectors of one image: {@link io.resnetc.onnx.read.Layout}
 * says which axes count images, and a value keeps its ONNX dimensions beside the node that computes
 * it, so that reshaping costs nothing until an operator asks for another form. All that cannot be
 * expressed is collected and reported at once.
 */
package io.resnetc.onnx.read;
