package io.resnetc.onnx.read;

import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The window of a convolution or pool over rows and columns, or over columns alone. */
final class Windows {
  private Windows() {}

  /**
   * Reads the attributes.
   *
   * @param size rows and columns of the operand, or only columns
   * @param kernel of as many axes, where the attribute is left out
   */
  static Window of(NodeView node, List<Integer> size, List<Integer> kernel) {
    int axes = size.size();
    List<Integer> ones = Collections.nCopies(axes, 1);
    List<Integer> kernels =
        node.attributes().integers("kernel_shape").map(Windows::ints).orElse(kernel);
    List<Integer> strides = node.attributes().integers("strides").map(Windows::ints).orElse(ones);
    List<Integer> dilations =
        node.attributes().integers("dilations").map(Windows::ints).orElse(ones);
    if (kernels.size() != axes || strides.size() != axes || dilations.size() != axes) {
      throw new Unsupported("a window of other axes than %s", size);
    }
    List<Integer> before = new ArrayList<>();
    List<Integer> after = new ArrayList<>();
    for (int i = 0; i < axes; i++) {
      int extent = dilations.get(i) * (kernels.get(i) - 1) + 1;
      int[] pads = padding(node, i, axes, size.get(i), extent, strides.get(i));
      before.add(pads[0]);
      after.add(pads[1]);
    }
    boolean rows = axes == 2;
    int last = axes - 1;
    return new Window(
        rows ? kernels.get(0) : 1,
        kernels.get(last),
        rows ? strides.get(0) : 1,
        strides.get(last),
        new Padding(
            rows ? before.get(0) : 0, before.get(last), rows ? after.get(0) : 0, after.get(last)),
        rows ? dilations.get(0) : 1,
        dilations.get(last));
  }

  /** What is added before and after one axis. */
  private static int[] padding(
      NodeView node, int axis, int axes, int size, int extent, int stride) {
    String auto = node.attributes().text("auto_pad", "NOTSET");
    switch (auto) {
      case "VALID":
        return new int[] {0, 0};
      case "SAME_UPPER", "SAME_LOWER":
        int output = (size + stride - 1) / stride;
        int total = Math.max(0, (output - 1) * stride + extent - size);
        int small = total / 2;
        return auto.equals("SAME_UPPER")
            ? new int[] {small, total - small}
            : new int[] {total - small, small};
      case "NOTSET", "":
        List<Integer> pads =
            node.attributes()
                .integers("pads")
                .map(Windows::ints)
                .orElse(Collections.nCopies(2 * axes, 0));
        return new int[] {pads.get(axis), pads.get(axis + axes)};
      default:
        throw new Unsupported("auto_pad '%s'", auto);
    }
  }

  private static List<Integer> ints(List<Long> values) {
    return values.stream().map(Math::toIntExact).toList();
  }
}
