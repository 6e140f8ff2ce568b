package io.resnetc.onnx.read;

import io.resnetc.ir.op.Shape;
import java.util.List;

/**
 * Which axes of the model's tensors count images: the first for nearly every network. None where a
 * model takes one value without a batch, more where it does the same with many vectors at once.
 *
 * @param lead the sizes of these axes, the same for every value of the model; one whose size is
 *     chosen at each call counts as 1
 * @param linearAsConv whether a matrix product of a feature map of one pixel is a convolution, so
 *     that its result is a feature map again
 * @param unrolls whether what no operator of the IR does may be put together from elements: other
 *     orders by slices, other products by matrices with zeros
 */
record Layout(List<Integer> lead, boolean linearAsConv, boolean unrolls) {
  Layout {
    lead = List.copyOf(lead);
  }

  /** The number of axes that count images. */
  int axes() {
    return lead.size();
  }

  /** The same with what is put together from elements. */
  Layout unrolling() {
    return new Layout(lead, linearAsConv, true);
  }

  /** How many images the model's own batch has. */
  int images() {
    return Dimensions.elements(lead);
  }

  /** The dimensions of one image's value. */
  List<Integer> ofImage(List<Integer> dims) {
    if (dims.size() < axes() || !dims.subList(0, axes()).equals(lead)) {
      throw new Unsupported("a value of %s where the batch is %s mixes images", dims, lead);
    }
    return dims.subList(axes(), dims.size());
  }

  /** The same for an operator that takes axis 0 for the batch and axis 1 for the channels. */
  List<Integer> channelsFirst(List<Integer> dims) {
    boolean one = axes() == 0 && !dims.isEmpty() && dims.get(0) == 1;
    if (axes() != 1 && !one) {
      throw new Unsupported("its first axis is not the batch");
    }
    return one ? dims.subList(1, dims.size()) : ofImage(dims);
  }

  /** The IR's shape of a value: the first of {@code dims} are the channels. */
  static Shape shape(List<Integer> dims) {
    List<Integer> inner = dims;
    while (inner.size() > 3 && inner.get(0) == 1) {
      inner = inner.subList(1, inner.size());
    }
    return switch (inner.size()) {
      case 0 -> Shape.vector(1);
      case 1 -> Shape.vector(inner.get(0));
      case 2 -> Shape.image(inner.get(0), 1, inner.get(1));
      default ->
          Shape.image(
              inner.get(0), inner.get(1), Dimensions.elements(inner.subList(2, inner.size())));
    };
  }
}
