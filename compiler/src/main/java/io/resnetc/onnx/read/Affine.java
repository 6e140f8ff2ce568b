package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.ScaleShift;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What arithmetic with a constant makes of a value: {@code x * scale + shift}. */
@FunctionalInterface
interface Affine {
  /** The two numbers for a constant's element. */
  record Pair(double scale, double shift) {}

  Pair pair(double constant);

  /** What it makes of a value, in the name of a node. */
  default Value.Feature of(NodeView node, Value.Feature small, Constant constant, Translation t) {
    List<Integer> dims = Dimensions.broadcast(small.dims(), constant.dims());
    Value.Feature x = Repetition.over(small, dims, t);
    Spread spread = Spread.over(x, constant, t);
    Pair[] pairs = Arrays.stream(spread.values()).mapToObj(this::pair).toArray(Pair[]::new);
    String path = t.names().path(node.proto(), "");
    int channels = t.shape(spread.operand()).channels();
    ParamExpr scale = parameter(path + ".weight", pairs, Pair::scale, channels, t);
    ParamExpr shift = parameter(path + ".bias", pairs, Pair::shift, channels, t);
    ScaleShift op = new ScaleShift(scale, shift, Activation.NONE);
    return t.feature(x.dims(), t.add(path, op, spread.operand()));
  }

  /** One number for all channels is part of the program, different ones are weights. */
  private static ParamExpr parameter(
      String name, Pair[] pairs, ToDoubleFunction<Pair> part, int channels, Translation t) {
    double[] values = Arrays.stream(pairs).mapToDouble(part).toArray();
    boolean same = Arrays.stream(values).allMatch(value -> value == values[0]);
    return same
        ? new ParamExpr.Fill(Attributes.decimal((float) values[0]), List.of(channels))
        : t.weights().keep(name, Constant.of(DataType.FLOAT, List.of(channels), values));
  }
}
