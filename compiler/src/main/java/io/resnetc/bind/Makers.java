package io.resnetc.bind;

import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.AvgPool;
import io.resnetc.ir.op.BatchNorm;
import io.resnetc.ir.op.BatchNormParams;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Identity;
import io.resnetc.ir.op.Linear;
import io.resnetc.ir.op.MaxPool;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.PRelu;
import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.ScaleShift;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.ShapeException;
import io.resnetc.ir.op.Window;
import java.util.List;
import java.util.Optional;

/** Makes the operators that have more to them than a constructor. */
final class Makers {
  private Makers() {}

  static Op conv(Arguments arguments, Shape input, String path) {
    int channels = arguments.integer("channels");
    int groups = arguments.integer("groups");
    Window window = window(arguments, arguments.pair("dilation"));
    // Where the groups do not divide, the operator's shape rule says so.
    ParamExpr weight =
        new ParamExpr.Named(
            path + ".weight",
            List.of(
                channels, input.channels() / groups, window.kernelHeight(), window.kernelWidth()));
    return new Conv2d(weight, bias(arguments, path, channels), window, groups, Activation.NONE);
  }

  static Op linear(Arguments arguments, Shape input, String path) {
    int features = arguments.integer("features");
    ParamExpr weight = new ParamExpr.Named(path + ".weight", List.of(features, input.channels()));
    return new Linear(weight, bias(arguments, path, features), Activation.NONE);
  }

  static Op batchNorm(Arguments arguments, Shape input, String path) {
    return new BatchNorm(new BatchNormParams(path, input.channels(), arguments.number("eps")));
  }

  static Op maxPool(Arguments arguments, Shape input, String path) {
    Window window = window(arguments, arguments.pair("dilation"));
    return new MaxPool(window, arguments.flag("ceil"));
  }

  static Op avgPool(Arguments arguments, Shape input, String path) {
    Window window = window(arguments, List.of(1, 1));
    return new AvgPool(window, arguments.flag("ceil"), arguments.flag("count_include_pad"));
  }

  /** Windows side by side that cover the map; none where it has its size already. */
  static Op adaptiveAvgPool(Arguments arguments, Shape input, String path) {
    int rows = arguments.pair("size").get(0);
    int columns = arguments.pair("size").get(1);
    if (input.height() % rows != 0 || input.width() % columns != 0) {
      throw new ShapeException(
          "%s cannot be pooled to %d rows and %d columns by windows of one size"
              .formatted(input, rows, columns));
    }
    int height = input.height() / rows;
    int width = input.width() / columns;
    return height == 1 && width == 1
        ? new Identity()
        : new AvgPool(new Window(height, width, height, width, Padding.NONE, 1, 1), false, true);
  }

  static Op prelu(Arguments arguments, Shape input, String path) {
    int slopes = arguments.flag("per_channel") ? input.channels() : 1;
    return new PRelu(new ParamExpr.Named(path + ".weight", List.of(slopes)));
  }

  /** What the call leaves open is a parameter of the checkpoint. */
  static Op scaleShift(Arguments arguments, Shape input, String path) {
    return new ScaleShift(
        perChannel(arguments, "scale", path + ".weight", input),
        perChannel(arguments, "shift", path + ".bias", input),
        Activation.NONE);
  }

  private static ParamExpr perChannel(
      Arguments arguments, String argument, String name, Shape input) {
    List<Integer> dims = List.of(input.channels());
    return arguments.has(argument)
        ? new ParamExpr.Fill(arguments.number(argument), dims)
        : new ParamExpr.Named(name, dims);
  }

  private static Optional<ParamExpr> bias(Arguments arguments, String path, int features) {
    return arguments.flag("bias")
        ? Optional.of(new ParamExpr.Named(path + ".bias", List.of(features)))
        : Optional.empty();
  }

  private static Window window(Arguments arguments, List<Integer> dilation) {
    List<Integer> kernel = arguments.pair("kernel");
    List<Integer> stride = arguments.has("stride") ? arguments.pair("stride") : kernel;
    return new Window(
        kernel.get(0),
        kernel.get(1),
        stride.get(0),
        stride.get(1),
        arguments.padding("padding"),
        dilation.get(0),
        dilation.get(1));
  }
}
