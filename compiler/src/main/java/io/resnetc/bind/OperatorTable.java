package io.resnetc.bind;

import static io.resnetc.bind.ArgumentType.BOOL;
import static io.resnetc.bind.ArgumentType.COUNT;
import static io.resnetc.bind.ArgumentType.EDGES;
import static io.resnetc.bind.ArgumentType.NUMBER;
import static io.resnetc.bind.ArgumentType.PADDING;
import static io.resnetc.bind.ArgumentType.PAIR;
import static io.resnetc.bind.ArgumentType.POSITIVE;
import static io.resnetc.bind.ArgumentType.SIZE;
import static io.resnetc.ir.op.PointwiseFunction.CLIP;
import static io.resnetc.ir.op.PointwiseFunction.HARD_SIGMOID;
import static io.resnetc.ir.op.PointwiseFunction.HARD_SWISH;
import static io.resnetc.ir.op.PointwiseFunction.LEAKY_RELU;
import static io.resnetc.ir.op.PointwiseFunction.SIGMOID;
import static io.resnetc.ir.op.PointwiseFunction.SWISH;
import static io.resnetc.ir.op.PointwiseFunction.TANH;

import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.Binary;
import io.resnetc.ir.op.BinaryFunction;
import io.resnetc.ir.op.ChannelPad;
import io.resnetc.ir.op.ChannelShuffle;
import io.resnetc.ir.op.ChannelSlice;
import io.resnetc.ir.op.Flatten;
import io.resnetc.ir.op.GlobalAvgPool;
import io.resnetc.ir.op.GlobalMaxPool;
import io.resnetc.ir.op.Identity;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.Pad;
import io.resnetc.ir.op.Pointwise;
import io.resnetc.ir.op.PointwiseFunction;
import io.resnetc.ir.op.Relu;
import io.resnetc.ir.op.Softmax;
import io.resnetc.ir.op.Subsample;
import io.resnetc.syntax.BinaryOp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The operators of the language, a row each. Defaults are PyTorch's, but for the convolution's
 * bias, which residual networks never have.
 */
final class OperatorTable {
  private static final Map<String, Operator> STEPS =
      table(
          weighted(
              "conv",
              Makers::conv,
              Param.required("channels", COUNT),
              Param.required("kernel", PAIR),
              Param.of("stride", PAIR, 1),
              Param.of("padding", PADDING, 0),
              Param.of("dilation", PAIR, 1),
              Param.of("groups", COUNT, 1),
              Param.of("bias", BOOL, false)),
          weighted("batch_norm", Makers::batchNorm, Param.of("eps", POSITIVE, 1e-5)),
          weighted(
              "linear",
              Makers::linear,
              Param.required("features", COUNT),
              Param.of("bias", BOOL, true)),
          weighted("prelu", Makers::prelu, Param.of("per_channel", BOOL, false)),
          weighted(
              "scale_shift",
              Makers::scaleShift,
              Param.optional("scale", NUMBER),
              Param.optional("shift", NUMBER)),
          plain("relu", (a, x, path) -> new Relu()),
          pointwise(CLIP, Param.required("low", NUMBER), Param.required("high", NUMBER)),
          pointwise(LEAKY_RELU, Param.of("slope", NUMBER, 0.01)),
          pointwise(SIGMOID),
          pointwise(
              HARD_SIGMOID, Param.of("alpha", NUMBER, 1.0 / 6), Param.of("beta", NUMBER, 0.5)),
          pointwise(SWISH),
          pointwise(HARD_SWISH),
          pointwise(TANH),
          plain(
              "max_pool",
              Makers::maxPool,
              Param.required("kernel", PAIR),
              Param.optional("stride", PAIR),
              Param.of("padding", PADDING, 0),
              Param.of("dilation", PAIR, 1),
              Param.of("ceil", BOOL, false)),
          plain(
              "avg_pool",
              Makers::avgPool,
              Param.required("kernel", PAIR),
              Param.optional("stride", PAIR),
              Param.of("padding", PADDING, 0),
              Param.of("ceil", BOOL, false),
              Param.of("count_include_pad", BOOL, true)),
          plain("adaptive_avg_pool", Makers::adaptiveAvgPool, Param.required("size", PAIR)),
          plain("global_avg_pool", (a, x, path) -> new GlobalAvgPool()),
          plain("global_max_pool", (a, x, path) -> new GlobalMaxPool()),
          plain(
              "pad",
              (a, x, path) -> new Pad(a.padding("padding"), a.number("value")),
              Param.required("padding", EDGES),
              Param.of("value", NUMBER, 0)),
          plain("dropout", (a, x, path) -> new Identity(), Param.of("p", NUMBER, 0.5)),
          plain("flatten", (a, x, path) -> new Flatten()),
          plain("softmax", (a, x, path) -> new Softmax(false)),
          plain("log_softmax", (a, x, path) -> new Softmax(true)),
          plain(
              "subsample",
              (a, x, path) -> new Subsample(a.integer("stride")),
              Param.required("stride", COUNT)),
          plain(
              "channel_pad",
              (a, x, path) -> new ChannelPad(a.integer("before"), a.integer("after")),
              Param.required("before", SIZE),
              Param.required("after", SIZE)),
          plain(
              "channel_slice",
              (a, x, path) -> new ChannelSlice(a.integer("from"), a.integer("to")),
              Param.required("from", SIZE),
              Param.required("to", SIZE)),
          plain(
              "channel_shuffle",
              (a, x, path) -> new ChannelShuffle(a.integer("groups")),
              Param.required("groups", COUNT)));

  /** What the infix operators mean between two tensors. */
  private static final Map<BinaryOp, Op> INFIX =
      Map.of(
          BinaryOp.ADD, new Add(Activation.NONE),
          BinaryOp.SUBTRACT, new Binary(BinaryFunction.SUBTRACT),
          BinaryOp.MULTIPLY, new Binary(BinaryFunction.MULTIPLY),
          BinaryOp.DIVIDE, new Binary(BinaryFunction.DIVIDE));

  private OperatorTable() {}

  static Optional<Operator> find(String name) {
    return Optional.ofNullable(STEPS.get(name));
  }

  static Optional<Op> infix(BinaryOp op) {
    return Optional.ofNullable(INFIX.get(op));
  }

  static List<String> names() {
    return List.copyOf(STEPS.keySet());
  }

  private static Operator weighted(String name, Operator.Maker maker, Param... params) {
    return new Operator(name, true, List.of(params), maker);
  }

  private static Operator plain(String name, Operator.Maker maker, Param... params) {
    return new Operator(name, false, List.of(params), maker);
  }

  private static Operator pointwise(PointwiseFunction function, Param... params) {
    return plain(
        function.text(),
        (a, x, path) ->
            new Pointwise(function, function.arguments().stream().map(a::number).toList()),
        params);
  }

  private static Map<String, Operator> table(Operator... rows) {
    return Arrays.stream(rows)
        .collect(Collectors.toUnmodifiableMap(Operator::name, Function.identity()));
  }
}
