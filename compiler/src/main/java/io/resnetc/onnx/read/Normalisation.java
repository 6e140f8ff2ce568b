package io.resnetc.onnx.read;

import io.resnetc.ir.op.BatchNorm;
import io.resnetc.ir.op.BatchNormParams;
import io.resnetc.ir.op.Op;
import java.util.List;

/** Batch normalisation and softmax. */
final class Normalisation {
  private static final List<String> TENSORS =
      List.of("weight", "bias", "running_mean", "running_var");
  private static final int IS_TEST_UNTIL = 7;
  private static final int FLATTENING_UNTIL = 13;

  private Normalisation() {}

  static Value batchNorm(NodeView node, Translation t) {
    boolean old = node.opset() < IS_TEST_UNTIL && !node.attributes().flag("is_test");
    if (old || node.attributes().flag("training_mode")) {
      throw new Unsupported("training mode");
    }
    if (node.attributes().integer("spatial", 1) == 0) {
      throw new Unsupported("statistics for each pixel");
    }
    node.requireOneOutput("a statistic");
    Value.Feature x = node.feature(0);
    int image = t.channelsFirst(x);
    int channels = t.shape(image).channels();
    String path = t.names().path(node.proto(), node.inputName(1));
    for (int i = 0; i < TENSORS.size(); i++) {
      Constant tensor = node.constant(i + 1);
      if (!tensor.dims().equals(List.of(channels))) {
        throw new Unsupported("a parameter of %s for %d channels", tensor.dims(), channels);
      }
      t.weights().keep(path + "." + TENSORS.get(i), tensor);
    }
    double eps = node.attributes().number("epsilon", 1e-5);
    BatchNorm op = new BatchNorm(new BatchNormParams(path, channels, eps));
    return t.feature(x.dims(), t.add(path, op, image));
  }

  /** Over one axis; before operator set 13, over that axis and all after it. */
  static Value softmax(NodeView node, Translation t, Op softmax) {
    Value.Feature x = node.feature(0);
    List<Integer> dims = x.dims();
    boolean flattens = node.opset() < FLATTENING_UNTIL;
    int axis = Dimensions.axis(node.attributes().integer("axis", flattens ? 1 : -1), dims.size());
    int features = flattens ? Dimensions.elements(dims.subList(axis, dims.size())) : dims.get(axis);
    if (Dimensions.elements(t.layout().ofImage(dims)) != features) {
      throw new Unsupported("over axis %d of %s", axis, dims);
    }
    return t.feature(dims, t.add(softmax, t.vector(x)));
  }
}
