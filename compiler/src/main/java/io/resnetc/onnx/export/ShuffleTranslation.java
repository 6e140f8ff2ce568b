package io.resnetc.onnx.export;

import io.resnetc.ir.op.ChannelShuffle;
import io.resnetc.ir.op.Shape;

/** A channel shuffle in ONNX: the channels seen as a matrix, transposed, and put in a row again. */
record ShuffleTranslation(NodeChain chain, Initializers initializers, String x, Shape shape) {
  NodeChain shuffle(ChannelShuffle op) {
    int each = shape.channels() / op.groups();
    String matrix =
        initializers.integers(
            chain.constant("matrix"), 0, op.groups(), each, shape.height(), shape.width());
    String row =
        initializers.integers(
            chain.constant("row"), 0, shape.channels(), shape.height(), shape.width());
    chain.add(new OnnxNode("Reshape", x, matrix));
    chain.add(new OnnxNode("Transpose", chain.end()).attribute("perm", new long[] {0, 2, 1, 3, 4}));
    return chain.add(new OnnxNode("Reshape", chain.end(), row), shape);
  }
}
