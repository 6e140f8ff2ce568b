package io.resnetc.testing;

import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.AvgPool;
import io.resnetc.ir.op.BatchNormParams;
import io.resnetc.ir.op.ChannelPad;
import io.resnetc.ir.op.ChannelShuffle;
import io.resnetc.ir.op.ChannelSlice;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.GlobalMaxPool;
import io.resnetc.ir.op.Identity;
import io.resnetc.ir.op.MaxPool;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.PRelu;
import io.resnetc.ir.op.Pad;
import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.ParamExpr.Beside;
import io.resnetc.ir.op.ParamExpr.Fill;
import io.resnetc.ir.op.ParamExpr.FoldBias;
import io.resnetc.ir.op.ParamExpr.FoldWeight;
import io.resnetc.ir.op.ParamExpr.Named;
import io.resnetc.ir.op.ParamExpr.Scale;
import io.resnetc.ir.op.ParamExpr.Shift;
import io.resnetc.ir.op.ParamExpr.Sum;
import io.resnetc.ir.op.Pointwise;
import io.resnetc.ir.op.PointwiseFunction;
import io.resnetc.ir.op.Relu;
import io.resnetc.ir.op.ScaleShift;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.ShapeException;
import io.resnetc.ir.op.Softmax;
import io.resnetc.ir.op.Subsample;
import io.resnetc.ir.op.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Random operators that fit a given feature map, with small sizes and every kind of attribute. */
final class RandomOps {
  private static final int TRIES = 20;
  private static final double[] EPSILONS = {1e-5, 1e-3, 0.0625, 1.0 / 3};

  private final Random random;
  private final boolean fused;

  /** Where {@code fused}, operators also look as passes leave them: epilogues, folded weights. */
  RandomOps(Random random, boolean fused) {
    this.random = random;
    this.fused = fused;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** A pool, or another operator without parameters. */
  Op plain(Shape x) {
    return switch (random.nextInt(12)) {
      case 0 -> fitting(x, () -> new MaxPool(window(2, 2), random.nextBoolean()));
      case 1 ->
          fitting(x, () -> new AvgPool(window(2, 1), random.nextBoolean(), random.nextBoolean()));
      case 2 -> new Subsample(between(1, 3));
      case 3 -> new ChannelPad(between(0, 3), between(0, 3));
      case 4 -> new Identity();
      case 5, 6 -> pointwise();
      case 7 -> channelSlice(x.channels());
      case 8 -> new ChannelShuffle(divisor(x.channels()));
      case 9 -> fitting(x, () -> new Pad(margins(), random.nextInt(3) / 2.0));
      case 10 -> chance(0.3) ? new GlobalMaxPool() : new Relu();
      default -> chance(0.1) ? new Softmax(random.nextBoolean()) : new Relu();
    };
  }

  /** A function of one number. */
  Pointwise pointwise() {
    PointwiseFunction[] functions = PointwiseFunction.values();
    PointwiseFunction function = functions[random.nextInt(functions.length)];
    List<Double> arguments =
        switch (function) {
          case CLIP -> List.of(-0.25, 6.0);
          case LEAKY_RELU -> List.of(0.125);
          case HARD_SIGMOID -> List.of(0.25, 0.5);
          default -> List.of();
        };
    return new Pointwise(function, arguments);
  }

  PRelu prelu(String path, int channels) {
    return new PRelu(new Named(path + ".weight", List.of(chance(0.5) ? 1 : channels)));
  }

  private ChannelSlice channelSlice(int channels) {
    int from = between(0, channels - 1);
    return new ChannelSlice(from, between(from + 1, channels));
  }

  private Padding margins() {
    return new Padding(between(-1, 2), between(-1, 2), between(-1, 2), between(-1, 2));
  }

  /** A convolution of any window; grouped or depthwise where the channels allow it. */
  Conv2d conv(String path, Shape x) {
    int groups = chance(0.4) ? divisor(x.channels()) : 1;
    int out = groups * between(1, Math.max(1, 12 / groups));
    return (Conv2d)
        fitting(
            x,
            () -> conv(path, x, out, window(4, 3), groups),
            () -> conv(path, x, out, Window.square(1, 1, 0), groups));
  }

  /** A convolution whose result has the shape of {@code x}. */
  Conv2d sameConv(String path, Shape x) {
    int half = between(0, 1);
    return conv(path, x, x.channels(), Window.square(2 * half + 1, 1, half), 1);
  }

  BatchNormParams norm(String path, int channels) {
    return new BatchNormParams(path, channels, EPSILONS[random.nextInt(EPSILONS.length)]);
  }

  ScaleShift scaleShift(String path, int channels) {
    BatchNormParams bn = norm(path, channels);
    ParamExpr shift = chance(0.3) ? new Fill(0.5, List.of(channels)) : new Shift(bn);
    return new ScaleShift(new Scale(bn), shift, activation());
  }

  Activation activation() {
    if (!fused || chance(0.5)) {
      return Activation.NONE;
    }
    return chance(0.6) ? Activation.RELU : new Activation(-random.nextDouble(), 6);
  }

  /** A bias, as it is or with a batch norm folded into it. */
  Optional<ParamExpr> bias(String path, int channels) {
    ParamExpr bias = new Named(path + ".bias", List.of(channels));
    BatchNormParams bn = norm(path + ".bn", channels);
    if (fused && chance(0.5)) {
      ParamExpr folded = chance(0.5) ? new FoldBias(bias, bn) : new Shift(bn);
      return Optional.of(chance(0.3) ? new Sum(bias, folded) : folded);
    }
    return chance(0.5) ? Optional.of(bias) : Optional.empty();
  }

  private Conv2d conv(String path, Shape x, int out, Window window, int groups) {
    List<Integer> dims =
        List.of(out, x.channels() / groups, window.kernelHeight(), window.kernelWidth());
    ParamExpr weight = new Named(path + ".weight", dims);
    if (fused && chance(0.5)) {
      weight = new FoldWeight(weight, norm(path + ".bn", out));
    }
    if (fused && dims.get(1) > 1 && chance(0.2)) {
      weight = beside(path, dims);
    }
    return new Conv2d(weight, bias(path, out), window, groups, activation());
  }

  /** As where two convolutions were joined. */
  private ParamExpr beside(String path, List<Integer> dims) {
    int left = between(1, dims.get(1) - 1);
    List<Integer> leftDims = new ArrayList<>(dims);
    leftDims.set(1, left);
    List<Integer> rightDims = new ArrayList<>(dims);
    rightDims.set(1, dims.get(1) - left);
    return new Beside(
        new FoldWeight(new Named(path + ".left", leftDims), norm(path + ".leftBn", dims.get(0))),
        new Named(path + ".right", rightDims));
  }

  private int divisor(int channels) {
    int groups = between(1, channels);
    while (channels % groups != 0) {
      groups--;
    }
    return chance(0.3) ? channels : groups;
  }

  private Window window(int maxPadding, int maxDilation) {
    int kernel = between(1, 4);
    int stride = between(1, 3);
    int dilation = between(1, maxDilation);
    boolean square = chance(0.6);
    return new Window(
        kernel,
        square ? kernel : between(1, 5),
        stride,
        square ? stride : between(1, 3),
        chance(0.5) ? Padding.all(between(0, maxPadding)) : padding(maxPadding),
        dilation,
        square ? dilation : between(1, maxDilation));
  }

  private Padding padding(int max) {
    return new Padding(between(0, max), between(0, max), between(0, max), between(0, max));
  }

  private Op fitting(Shape x, Supplier<Op> candidates) {
    return fitting(x, candidates, Relu::new);
  }

  private static Op fitting(Shape x, Supplier<Op> candidates, Supplier<Op> last) {
    for (int i = 0; i < TRIES; i++) {
      Op op = candidates.get();
      try {
        op.infer(List.of(x));
        return op;
      } catch (ShapeException e) {
        // This window does not fit; the next one may.
      }
    }
    return last.get();
  }
}
