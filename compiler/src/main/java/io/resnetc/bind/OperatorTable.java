package io.resnetc.bind;

import static io.resnetc.bind.ArgumentType.BOOL;
import static io.resnetc.bind.ArgumentType.COUNT;
import static io.resnetc.bind.ArgumentType.PADDING;
import static io.resnetc.bind.ArgumentType.PAIR;
import static io.resnetc.bind.ArgumentType.POSITIVE;
import static io.resnetc.bind.ArgumentType.SIZE;

import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.ChannelPad;
import io.resnetc.ir.op.Flatten;
import io.resnetc.ir.op.GlobalAvgPool;
import io.resnetc.ir.op.Op;
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
          plain("relu", (a, x, path) -> new Relu()),
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
          plain("global_avg_pool", (a, x, path) -> new GlobalAvgPool()),
          plain("flatten", (a, x, path) -> new Flatten()),
          plain("softmax", (a, x, path) -> new Softmax()),
          plain(
              "subsample",
              (a, x, path) -> new Subsample(a.integer("stride")),
              Param.required("stride", COUNT)),
          plain(
              "channel_pad",
              (a, x, path) -> new ChannelPad(a.integer("before"), a.integer("after")),
              Param.required("before", SIZE),
              Param.required("after", SIZE)));

  /** What the infix operators mean between two tensors. */
  private static final Map<BinaryOp, Op> INFIX = Map.of(BinaryOp.ADD, new Add(Activation.NONE));

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

  private static Map<String, Operator> table(Operator... rows) {
    return Arrays.stream(rows)
        .collect(Collectors.toUnmodifiableMap(Operator::name, Function.identity()));
  }
}
