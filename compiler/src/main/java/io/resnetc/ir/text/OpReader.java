package io.resnetc.ir.text;

import static java.util.Map.entry;

import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.AvgPool;
import io.resnetc.ir.op.BatchNorm;
import io.resnetc.ir.op.Binary;
import io.resnetc.ir.op.BinaryFunction;
import io.resnetc.ir.op.ChannelPad;
import io.resnetc.ir.op.ChannelShuffle;
import io.resnetc.ir.op.ChannelSlice;
import io.resnetc.ir.op.Concat;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Flatten;
import io.resnetc.ir.op.GlobalAvgPool;
import io.resnetc.ir.op.GlobalMaxPool;
import io.resnetc.ir.op.Identity;
import io.resnetc.ir.op.ImageInput;
import io.resnetc.ir.op.Linear;
import io.resnetc.ir.op.MaxPool;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.PRelu;
import io.resnetc.ir.op.Pad;
import io.resnetc.ir.op.Pointwise;
import io.resnetc.ir.op.PointwiseFunction;
import io.resnetc.ir.op.Relu;
import io.resnetc.ir.op.ScaleShift;
import io.resnetc.ir.op.Softmax;
import io.resnetc.ir.op.Subsample;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes operators of their names and attributes: the inverse of {@link OpWriter}. */
final class OpReader {
  /** Every operator but {@code input}, whose form is its own. */
  private static final Map<String, Function<AttributeReader, Op>> OPERATORS =
      Map.ofEntries(
          entry("add", a -> new Add(a.activation())),
          entry(
              "avg_pool",
              a ->
                  new AvgPool(
                      a.window(), a.bool("ceil", false), a.bool("count_include_pad", true))),
          entry("divide", a -> new Binary(BinaryFunction.DIVIDE)),
          entry("multiply", a -> new Binary(BinaryFunction.MULTIPLY)),
          entry("subtract", a -> new Binary(BinaryFunction.SUBTRACT)),
          entry("batch_norm", a -> new BatchNorm(a.norm("bn"))),
          entry("channel_shuffle", a -> new ChannelShuffle(a.integer("groups"))),
          entry("channel_slice", a -> new ChannelSlice(a.integer("from"), a.integer("to"))),
          entry("concat", a -> new Concat()),
          entry("channel_pad", a -> new ChannelPad(a.integer("before"), a.integer("after"))),
          entry("conv2d", OpReader::conv2d),
          entry("flatten", a -> new Flatten()),
          entry("global_avg_pool", a -> new GlobalAvgPool()),
          entry("global_max_pool", a -> new GlobalMaxPool()),
          entry("log_softmax", a -> new Softmax(true)),
          entry("pad", a -> new Pad(a.anyPadding(), a.number("value", 0))),
          entry("prelu", a -> new PRelu(a.param("slope"))),
          entry("identity", a -> new Identity()),
          entry(
              "linear",
              a -> new Linear(a.param("weight"), a.optionalParam("bias"), a.activation())),
          entry("max_pool", a -> new MaxPool(a.window(), a.bool("ceil", false))),
          entry("relu", a -> new Relu()),
          entry(
              "scale_shift",
              a -> new ScaleShift(a.param("scale"), a.param("shift"), a.activation())),
          entry("softmax", a -> new Softmax(false)),
          entry("subsample", a -> new Subsample(a.integer("stride"))));

  private OpReader() {}

  /**
   * The operator.
   *
   * @throws IllegalArgumentException when there is no such operator or its attributes do not fit
   */
  static Op read(String name, Map<String, AttributeValue> attributes) {
    Function<AttributeReader, Op> constructor =
        pointwise(name)
            .<Function<AttributeReader, Op>>map(function -> a -> pointwise(function, a))
            .orElseGet(() -> OPERATORS.get(name));
    if (constructor == null) {
      throw new IllegalArgumentException("no operator is called '" + name + "'");
    }
    AttributeReader reader = new AttributeReader(name, attributes);
    Op op = constructor.apply(reader);
    reader.finish();
    return op;
  }

  static ImageInput image(Map<String, AttributeValue> attributes) {
    AttributeReader reader = new AttributeReader("input", attributes);
    ImageInput image =
        new ImageInput(
            reader.number("scale", ImageInput.DEFAULT.scale()),
            reader.numbers("mean"),
            reader.numbers("std"),
            reader.integer("resize", ImageInput.DEFAULT.resize()),
            reader.strings("labels"));
    reader.finish();
    return image;
  }

  private static Optional<PointwiseFunction> pointwise(String name) {
    return Arrays.stream(PointwiseFunction.values())
        .filter(function -> function.text().equals(name))
        .findFirst();
  }

  private static Op pointwise(PointwiseFunction function, AttributeReader a) {
    return new Pointwise(function, function.arguments().stream().map(a::number).toList());
  }

  private static Op conv2d(AttributeReader a) {
    return new Conv2d(
        a.param("weight"),
        a.optionalParam("bias"),
        a.window(),
        a.integer("groups", 1),
        a.activation());
  }
}
