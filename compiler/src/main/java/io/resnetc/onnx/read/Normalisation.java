package io.resnetc.onnx.read;

import io.resnetc.ir.op.BatchNorm;
import io.resnetc.ir.op.BatchNormParams;
import io.resnetc.ir.op.ChannelSlice;
import io.resnetc.ir.op.Concat;
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
    int elements = Dimensions.elements(t.layout().ofImage(dims));
    if (features == elements) {
      return t.feature(dims, t.add(softmax, t.vector(x)));
    }
    if (features == dims.get(axis)
        && Channels.isFirst(axis, dims, t)
        && Channels.splits(x, axis, t)) {
      return t.feature(dims, t.add(softmax, x.node()));
    }
    if (axis < t.layout().axes()) {
      throw new Unsupported("over axis %d of %s", axis, dims);
    }
    return t.feature(dims, unrolled(x, flattens ? dims.size() : axis + 1, features, softmax, t));
  }

  /** Over the axes before {@code end}, group by group. */
  private static int unrolled(Value.Feature x, int end, int features, Op softmax, Translation t) {
    List<Integer> dims = t.layout().ofImage(x.dims());
    int inner = Dimensions.elements(x.dims().subList(end, x.dims().size()));
    int elements = Dimensions.elements(dims);
    // The groups one after the other, and from there back again.
    List<Integer> view = List.of(elements / inner / features, features, inner);
    List<Integer> order = List.of(0, 2, 1);
    int grouped = Reordering.of(t.vector(x), Places.transposed(view, order), t);
    Integer[] groups = new Integer[elements / features];
    for (int i = 0; i < groups.length; i++) {
      groups[i] =
          t.add(softmax, t.add(new ChannelSlice(i * features, (i + 1) * features), grouped));
    }
    List<Integer> swapped = List.of(view.get(0), inner, features);
    return Reordering.of(t.add(new Concat(), groups), Places.transposed(swapped, order), t);
  }
}
