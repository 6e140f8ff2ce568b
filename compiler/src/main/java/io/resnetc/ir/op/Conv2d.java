package io.resnetc.ir.op;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cross-correlation with zero padding, then its epilogue: bias, then the second operand where there
 * is one (a residual of the result's shape), then the activation.
 *
 * @param weight {@code [out, in / groups, kernelHeight, kernelWidth]}
 * @param bias {@code [out]}
 */
public record Conv2d(
    ParamExpr weight, Optional<ParamExpr> bias, Window window, int groups, Activation activation)
    implements Op {

  public Conv2d {
    if (groups < 1) {
      throw new ShapeException("groups must be at least 1, not " + groups);
    }
  }

  @Override
  public String name() {
    return "conv2d";
  }

  public int outChannels() {
    return weight.dims().get(0);
  }

  @Override
  public Shape infer(List<Shape> operands) {
    if (operands.size() == 2) {
      Shape result = infer(operands.subList(0, 1));
      if (!operands.get(1).equals(result)) {
        throw new ShapeException(
            "conv2d makes %s, but the residual is %s".formatted(result, operands.get(1)));
      }
      return result;
    }
    Shape x = Op.image(name(), operands);
    checkParameters();
    if (x.channels() % groups != 0 || outChannels() % groups != 0) {
      throw new ShapeException(
          "%d groups do not divide %d input and %d output channels"
              .formatted(groups, x.channels(), outChannels()));
    }
    List<Integer> expected =
        List.of(outChannels(), x.channels() / groups, window.kernelHeight(), window.kernelWidth());
    if (!weight.dims().equals(expected)) {
      throw new ShapeException(
          "conv2d of %s needs a weight %s, not %s".formatted(x, expected, weight.dims()));
    }
    return Shape.image(
        outChannels(),
        window.outputHeight(x.height(), false),
        window.outputWidth(x.width(), false));
  }

  private void checkParameters() {
    if (weight.dims().size() != 4) {
      throw new ShapeException("a weight of conv2d has 4 dimensions, not " + weight.dims());
    }
    if (bias.isPresent() && !bias.get().dims().equals(List.of(outChannels()))) {
      throw new ShapeException(
          "conv2d of %d channels with a bias %s".formatted(outChannels(), bias.get().dims()));
    }
  }

  @Override
  public long multiplyAdds(List<Shape> operands) {
    long perOutput = 1;
    for (int dim : weight.dims().subList(1, 4)) {
      perOutput *= dim;
    }
    return perOutput * infer(operands).elements();
  }

  @Override
  public List<ParamExpr> params() {
    return Stream.concat(Stream.of(weight), bias.stream()).toList();
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
