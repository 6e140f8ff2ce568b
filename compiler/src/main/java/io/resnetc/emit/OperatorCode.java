package io.resnetc.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.AvgPool;
import io.resnetc.ir.op.BatchNorm;
import io.resnetc.ir.op.ChannelPad;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Flatten;
import io.resnetc.ir.op.GlobalAvgPool;
import io.resnetc.ir.op.Identity;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.Linear;
import io.resnetc.ir.op.MaxPool;
import io.resnetc.ir.op.OpVisitor;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Relu;
import io.resnetc.ir.op.ScaleShift;
import io.resnetc.ir.op.Softmax;
import io.resnetc.ir.op.Subsample;
import io.resnetc.ir.op.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the runtime's operator for an IR operator is made. */
final class OperatorCode implements OpVisitor<OperatorCode.Construction> {
  private static final String RUNTIME = "io.resnetc.runtime";

  /**
   * A call of an operator's factory.
   *
   * @param type the operator's class in the runtime
   * @param arguments what {@code type.of} is given
   */
  record Construction(ClassName type, List<CodeBlock> arguments) {}

  static ClassName runtime(String name) {
    return ClassName.get(RUNTIME, name);
  }

  private static Construction make(String type, CodeBlock... arguments) {
    return new Construction(ClassName.get(RUNTIME + ".op", type), Arrays.asList(arguments));
  }

  @Override
  public Construction visit(Conv2d op) {
    return make(
        "Conv2d",
        ParamCode.of(op.weight()),
        optional(op.bias()),
        window(op.window()),
        literal(op.groups()),
        activation(op.activation()));
  }

  @Override
  public Construction visit(Linear op) {
    return make(
        "Linear", ParamCode.of(op.weight()), optional(op.bias()), activation(op.activation()));
  }

  @Override
  public Construction visit(BatchNorm op) {
    return visit(
        new ScaleShift(
            new ParamExpr.Scale(op.bn()), new ParamExpr.Shift(op.bn()), Activation.NONE));
  }

  @Override
  public Construction visit(ScaleShift op) {
    return make(
        "ScaleShift",
        ParamCode.of(op.scale()),
        ParamCode.of(op.shift()),
        activation(op.activation()));
  }

  @Override
  public Construction visit(Add op) {
    return make("Add", activation(op.activation()));
  }

  @Override
  public Construction visit(Relu op) {
    return make("Relu");
  }

  @Override
  public Construction visit(MaxPool op) {
    return make("MaxPool", window(op.window()));
  }

  @Override
  public Construction visit(AvgPool op) {
    return make("AvgPool", window(op.window()), literal(op.countPadding()));
  }

  @Override
  public Construction visit(GlobalAvgPool op) {
    return make("GlobalAvgPool");
  }

  @Override
  public Construction visit(Subsample op) {
    return make("Subsample", literal(op.stride()));
  }

  @Override
  public Construction visit(ChannelPad op) {
    return make("ChannelPad", literal(op.before()), literal(op.after()));
  }

  @Override
  public Construction visit(Flatten op) {
    return make("Flatten");
  }

  @Override
  public Construction visit(Softmax op) {
    return make("Softmax");
  }

  /** An identity that could not share memory: every pixel, once. */
  @Override
  public Construction visit(Identity op) {
    return make("Subsample", literal(1));
  }

  @Override
  public Construction visit(Input op) {
    throw new IllegalStateException("the input is not computed by an operator");
  }

  private static CodeBlock literal(Object value) {
    return CodeBlock.of("$L", value);
  }

  private static CodeBlock optional(Optional<ParamExpr> param) {
    return param.map(ParamCode::of).orElseGet(() -> CodeBlock.of("null"));
  }

  private static CodeBlock activation(Activation activation) {
    if (activation.equals(Activation.NONE)) {
      return CodeBlock.of("$T.NONE", runtime("Activation"));
    }
    if (activation.equals(Activation.RELU)) {
      return CodeBlock.of("$T.RELU", runtime("Activation"));
    }
    throw new IllegalStateException("no kernel applies " + activation);
  }

  private static CodeBlock window(Window w) {
    int side = w.padding().top();
    if (w.equals(Window.square(w.kernelHeight(), w.strideHeight(), side))) {
      return CodeBlock.of(
          "$T.square($L, $L, $L)", runtime("Window"), w.kernelHeight(), w.strideHeight(), side);
    }
    return CodeBlock.of(
        "new $T($L, $L, $L, $L, $L, $L, $L, $L, $L, $L)",
        runtime("Window"),
        w.kernelHeight(),
        w.kernelWidth(),
        w.strideHeight(),
        w.strideWidth(),
        side,
        w.padding().left(),
        w.padding().bottom(),
        w.padding().right(),
        w.dilationHeight(),
        w.dilationWidth());
  }
}
