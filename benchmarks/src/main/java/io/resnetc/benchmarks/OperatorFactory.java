package io.resnetc.benchmarks;

import io.resnetc.ir.interpret.ParameterValues;
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
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.weights.Tensor;
import java.util.Optional;

/** Makes the runtime's operators as a generated class does, but from the graph. */
final class OperatorFactory implements OpVisitor<Operator> {
  @Override
  public Operator visit(Conv2d op) {
    return io.resnetc.runtime.op.Conv2d.of(
        tensor(op.weight()),
        optional(op.bias()),
        window(op.window()),
        op.groups(),
        activation(op.activation()));
  }

  @Override
  public Operator visit(Linear op) {
    return io.resnetc.runtime.op.Linear.of(
        tensor(op.weight()), optional(op.bias()), activation(op.activation()));
  }

  @Override
  public Operator visit(BatchNorm op) {
    ParamExpr scale = new ParamExpr.Scale(op.bn());
    return visit(new ScaleShift(scale, new ParamExpr.Shift(op.bn()), Activation.NONE));
  }

  @Override
  public Operator visit(ScaleShift op) {
    return io.resnetc.runtime.op.ScaleShift.of(
        tensor(op.scale()), tensor(op.shift()), activation(op.activation()));
  }

  @Override
  public Operator visit(Add op) {
    return io.resnetc.runtime.op.Add.of(activation(op.activation()));
  }

  @Override
  public Operator visit(Relu op) {
    return io.resnetc.runtime.op.Relu.of();
  }

  @Override
  public Operator visit(MaxPool op) {
    return io.resnetc.runtime.op.MaxPool.of(window(op.window()));
  }

  @Override
  public Operator visit(AvgPool op) {
    return io.resnetc.runtime.op.AvgPool.of(window(op.window()), op.countPadding());
  }

  @Override
  public Operator visit(GlobalAvgPool op) {
    return io.resnetc.runtime.op.GlobalAvgPool.of();
  }

  @Override
  public Operator visit(Subsample op) {
    return io.resnetc.runtime.op.Subsample.of(op.stride());
  }

  @Override
  public Operator visit(ChannelPad op) {
    return io.resnetc.runtime.op.ChannelPad.of(op.before(), op.after());
  }

  @Override
  public Operator visit(Flatten op) {
    return io.resnetc.runtime.op.Flatten.of();
  }

  @Override
  public Operator visit(Softmax op) {
    return io.resnetc.runtime.op.Softmax.of();
  }

  @Override
  public Operator visit(Identity op) {
    return io.resnetc.runtime.op.Subsample.of(1);
  }

  @Override
  public Operator visit(Input op) {
    throw new IllegalStateException("the input is not computed by an operator");
  }

  private static Tensor optional(Optional<ParamExpr> parameter) {
    return parameter.map(OperatorFactory::tensor).orElse(null);
  }

  private static Tensor tensor(ParamExpr parameter) {
    double[] values = new ParameterValues(new SeededWeights()).of(parameter);
    float[] rounded = new float[values.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) values[i];
    }
    return new Tensor(rounded, parameter.dims());
  }

  private static io.resnetc.runtime.Activation activation(Activation activation) {
    return activation.equals(Activation.NONE)
        ? io.resnetc.runtime.Activation.NONE
        : io.resnetc.runtime.Activation.RELU;
  }

  private static Window window(io.resnetc.ir.op.Window window) {
    return new Window(
        window.kernelHeight(),
        window.kernelWidth(),
        window.strideHeight(),
        window.strideWidth(),
        window.padding().top(),
        window.padding().left(),
        window.padding().bottom(),
        window.padding().right(),
        window.dilationHeight(),
        window.dilationWidth());
  }
}
