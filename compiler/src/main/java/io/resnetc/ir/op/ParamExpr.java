package io.resnetc.ir.op;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A constant tensor as an expression over the network's named parameters. It stays symbolic through
 * the whole compiler and is computed once, when the generated class loads a checkpoint, so that one
 * class takes any checkpoint of its architecture.
 */
public sealed interface ParamExpr {

  /** Dimensions, the output channel first. */
  List<Integer> dims();

  /** A tensor of the checkpoint: {@code @conv1.weight}. */
  record Named(String name, List<Integer> dims) implements ParamExpr {
    public Named {
      dims = List.copyOf(dims);
    }
  }

  /** One number in every place: a constant of the program, in no checkpoint. */
  record Fill(double value, List<Integer> dims) implements ParamExpr {
    public Fill {
      dims = List.copyOf(dims);
    }
  }

  /** A weight with every output channel multiplied by the batch norm's scale. */
  record FoldWeight(ParamExpr weight, BatchNormParams bn) implements ParamExpr {
    public FoldWeight {
      checkChannels(weight, bn);
    }

    @Override
    public List<Integer> dims() {
      return weight.dims();
    }
  }

  /** {@code bias * scale + shift}: what a batch norm makes of the bias before it. */
  record FoldBias(ParamExpr bias, BatchNormParams bn) implements ParamExpr {
    public FoldBias {
      checkChannels(bias, bn);
    }

    @Override
    public List<Integer> dims() {
      return bias.dims();
    }
  }

  /** {@code weight / sqrt(running_var + eps)} of a batch norm. */
  record Scale(BatchNormParams bn) implements ParamExpr {
    @Override
    public List<Integer> dims() {
      return List.of(bn.channels());
    }
  }

  /** {@code bias - running_mean * scale} of a batch norm. */
  record Shift(BatchNormParams bn) implements ParamExpr {
    @Override
    public List<Integer> dims() {
      return List.of(bn.channels());
    }
  }

  /** Weights {@code [out, in, ...]} of the same outputs, the inputs of the left one first. */
  record Beside(ParamExpr left, ParamExpr right) implements ParamExpr {
    public Beside {
      List<Integer> a = left.dims();
      List<Integer> b = right.dims();
      boolean fits =
          a.size() > 1
              && a.size() == b.size()
              && a.get(0).equals(b.get(0))
              && a.subList(2, a.size()).equals(b.subList(2, b.size()));
      if (!fits) {
        throw new ShapeException("weights %s and %s do not lie side by side".formatted(a, b));
      }
    }

    @Override
    public List<Integer> dims() {
      List<Integer> dims = new ArrayList<>(left.dims());
      dims.set(1, Math.addExact(dims.get(1), right.dims().get(1)));
      return List.copyOf(dims);
    }
  }

  /** The sum, element by element. */
  record Sum(ParamExpr left, ParamExpr right) implements ParamExpr {
    public Sum {
      if (!left.dims().equals(right.dims())) {
        throw new ShapeException("no sum of %s and %s".formatted(left.dims(), right.dims()));
      }
    }

    @Override
    public List<Integer> dims() {
      return left.dims();
    }
  }

  private static void checkChannels(ParamExpr folded, BatchNormParams bn) {
    if (folded.dims().isEmpty() || folded.dims().get(0) != bn.channels()) {
      throw new ShapeException(
          "a batch norm of %d channels does not fold into %s"
              .formatted(bn.channels(), folded.dims()));
    }
  }

  /** Every tensor of the checkpoint that the expression reads, in a fixed order. */
  default Stream<Named> leaves() {
    if (this instanceof Named named) {
      return Stream.of(named);
    }
    if (this instanceof FoldWeight fold) {
      return Stream.concat(fold.weight.leaves(), fold.bn.tensors());
    }
    if (this instanceof FoldBias fold) {
      return Stream.concat(fold.bias.leaves(), fold.bn.tensors());
    }
    if (this instanceof Scale scale) {
      return scale.bn.tensors();
    }
    if (this instanceof Shift shift) {
      return shift.bn.tensors();
    }
    if (this instanceof Beside beside) {
      return Stream.concat(beside.left.leaves(), beside.right.leaves());
    }
    if (this instanceof Sum sum) {
      return Stream.concat(sum.left.leaves(), sum.right.leaves());
    }
    return Stream.empty();
  }
}
