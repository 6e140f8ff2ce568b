package io.resnetc.onnx.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A product of a computed and a constant stack of matrices, as {@code numpy.matmul} defines it, on
 * whichever side the constant is.
 */
record Contraction(NodeView node, boolean transA, boolean transB, double alpha) {

  /** One operand: its axes and how far apart the neighbours along each of them lie. */
  private record Operand(List<Integer> dims, int[] strides) {
    static Operand of(List<Integer> dims) {
      return new Operand(dims, Dimensions.strides(dims));
    }

    Operand transposed() {
      int last = strides.length - 1;
      int[] swapped = strides.clone();
      swapped[last] = strides[last - 1];
      swapped[last - 1] = strides[last];
      List<Integer> order = new ArrayList<>(dims);
      order.set(last, dims.get(last - 1));
      order.set(last - 1, dims.get(last));
      return new Operand(order, swapped);
    }

    int matrices() {
      return dims.size() - 2;
    }

    /** Where the matrix of each place of {@code stack} begins. */
    int[] begins(List<Integer> stack) {
      int[] steps = new int[stack.size()];
      int missing = stack.size() - matrices();
      for (int axis = missing; axis < steps.length; axis++) {
        steps[axis] = dims.get(axis - missing) == 1 ? 0 : strides[axis - missing];
      }
      return Places.of(stack, steps, 0);
    }
  }

  Value.Feature apply(Translation t) {
    boolean constantLeft = node.isConstant(0);
    Value.Feature x = node.feature(constantLeft ? 1 : 0);
    Constant weight = node.constant(constantLeft ? 0 : 1);
    requireWholeImages(x, weight, constantLeft, t);
    if (x.dims().isEmpty() || weight.dims().isEmpty()) {
      throw new Unsupported("a product of %s and %s", x.dims(), weight.dims());
    }
    List<Integer> ofImage = t.layout().ofImage(x.dims());
    List<Integer> left = constantLeft ? weight.dims() : ofImage;
    List<Integer> right = constantLeft ? ofImage : weight.dims();
    Operand a = Operand.of(left.size() == 1 ? List.of(1, left.get(0)) : left);
    Operand b = Operand.of(right.size() == 1 ? List.of(right.get(0), 1) : right);
    a = transA ? a.transposed() : a;
    b = transB ? b.transposed() : b;
    List<Integer> stack =
        Dimensions.broadcast(a.dims().subList(0, a.matrices()), b.dims().subList(0, b.matrices()));
    int result =
        matrix(a, b, stack, weight, constantLeft, t.shape(x.node()).elements()).apply(node, x, t);
    List<Integer> dims = new ArrayList<>(x.dims().subList(0, t.layout().axes()));
    dims.addAll(stack);
    if (left.size() > 1) {
      dims.add(a.dims().get(a.matrices()));
    }
    if (right.size() > 1) {
      dims.add(b.dims().get(b.matrices() + 1));
    }
    return t.feature(dims, result);
  }

  /** The batch must be axes of the stack, or rows, of the computed operand alone. */
  private void requireWholeImages(
      Value.Feature x, Constant weight, boolean constantLeft, Translation t) {
    int axes = t.layout().axes();
    int own = constantLeft || transA ? 2 : 1;
    int stacked = Math.max(weight.dims().size() - 2, 0);
    boolean inside = stacked <= Math.max(x.dims().size() - 2 - axes, 0);
    if (axes > 0 && (axes > x.dims().size() - own || !inside)) {
      throw new Unsupported("a product of %s and %s mixes images", x.dims(), weight.dims());
    }
  }

  private LinearMap matrix(
      Operand a,
      Operand b,
      List<Integer> stack,
      Constant weight,
      boolean constantLeft,
      int inputs) {
    int rows = a.dims().get(a.matrices());
    int inner = a.dims().get(a.matrices() + 1);
    int columns = b.dims().get(b.matrices() + 1);
    if (b.dims().get(b.matrices()) != inner) {
      throw new Unsupported("a product of %s and %s", a.dims(), b.dims());
    }
    LinearMap map = new LinearMap(inputs, Dimensions.elements(stack) * rows * columns);
    double[] constants = weight.values();
    int[] beginsA = a.begins(stack);
    int[] beginsB = b.begins(stack);
    int[] stepsA = Arrays.copyOfRange(a.strides(), a.matrices(), a.matrices() + 2);
    int[] stepsB = Arrays.copyOfRange(b.strides(), b.matrices(), b.matrices() + 2);
    int output = 0;
    for (int matrix = 0; matrix < beginsA.length; matrix++) {
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          for (int i = 0; i < inner; i++) {
            int left = beginsA[matrix] + row * stepsA[0] + i * stepsA[1];
            int right = beginsB[matrix] + i * stepsB[0] + column * stepsB[1];
            map.add(
                output,
                constantLeft ? right : left,
                alpha * constants[constantLeft ? left : right]);
          }
          output++;
        }
      }
    }
    return map;
  }
}
