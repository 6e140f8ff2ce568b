package io.resnetc.source;

import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.AvgPool;
import io.resnetc.ir.op.BatchNorm;
import io.resnetc.ir.op.Binary;
import io.resnetc.ir.op.ChannelPad;
import io.resnetc.ir.op.ChannelShuffle;
import io.resnetc.ir.op.ChannelSlice;
import io.resnetc.ir.op.Concat;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Flatten;
import io.resnetc.ir.op.GlobalAvgPool;
import io.resnetc.ir.op.GlobalMaxPool;
import io.resnetc.ir.op.Identity;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.Linear;
import io.resnetc.ir.op.MaxPool;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.OpVisitor;
import io.resnetc.ir.op.PRelu;
import io.resnetc.ir.op.Pad;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Pointwise;
import io.resnetc.ir.op.Relu;
import io.resnetc.ir.op.ScaleShift;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Softmax;
import io.resnetc.ir.op.Subsample;
import java.util.List;
import java.util.Optional;

/** The call of each operator through which a value flows; empty for those of several values. */
final class StepText implements OpVisitor<Optional<String>> {
  private final Shape input;

  /** A step into which a value of this shape flows. */
  StepText(Shape input) {
    this.input = input;
  }

  @Override
  public Optional<String> visit(Add op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(AvgPool op) {
    return call(
        new Call("avg_pool")
            .window(op.window(), true)
            .unless("ceil", op.ceil(), false)
            .unless("count_include_pad", op.countPadding(), true));
  }

  @Override
  public Optional<String> visit(BatchNorm op) {
    return call(new Call("batch_norm").unless("eps", op.bn().eps(), 1e-5));
  }

  @Override
  public Optional<String> visit(Binary op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(ChannelPad op) {
    return call(new Call(op.name()).with(op.before()).with(op.after()));
  }

  @Override
  public Optional<String> visit(ChannelShuffle op) {
    return call(new Call(op.name()).with(op.groups()));
  }

  @Override
  public Optional<String> visit(ChannelSlice op) {
    return call(new Call(op.name()).with(op.from()).with(op.to()));
  }

  @Override
  public Optional<String> visit(Concat op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(Conv2d op) {
    require(op.activation().equals(Activation.NONE), op);
    return call(
        new Call("conv")
            .with(op.outChannels())
            .window(op.window(), false)
            .unless("groups", op.groups(), 1)
            .unless("bias", op.bias().isPresent(), false));
  }

  @Override
  public Optional<String> visit(Flatten op) {
    return plain(op);
  }

  @Override
  public Optional<String> visit(GlobalAvgPool op) {
    return plain(op);
  }

  @Override
  public Optional<String> visit(GlobalMaxPool op) {
    return plain(op);
  }

  /** The language has no step that does nothing, but this one does as little. */
  @Override
  public Optional<String> visit(Identity op) {
    return input.isImage() ? call(new Call("subsample").with(1)) : call(new Call("flatten"));
  }

  @Override
  public Optional<String> visit(Input op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(Linear op) {
    require(op.activation().equals(Activation.NONE), op);
    int features = op.weight().dims().get(0);
    return call(new Call("linear").with(features).unless("bias", op.bias().isPresent(), true));
  }

  @Override
  public Optional<String> visit(MaxPool op) {
    return call(new Call("max_pool").window(op.window(), true).unless("ceil", op.ceil(), false));
  }

  @Override
  public Optional<String> visit(PRelu op) {
    // Of a single channel both mean the same.
    boolean perChannel = !op.slope().dims().equals(List.of(1));
    return call(new Call("prelu").unless("per_channel", perChannel, false));
  }

  @Override
  public Optional<String> visit(Pad op) {
    return call(
        new Call("pad").with(Numbers.padding(op.padding())).unless("value", op.value(), 0.0));
  }

  @Override
  public Optional<String> visit(Pointwise op) {
    Call call = new Call(op.name());
    op.arguments().forEach(call::with);
    return call(call);
  }

  @Override
  public Optional<String> visit(Relu op) {
    return plain(op);
  }

  @Override
  public Optional<String> visit(ScaleShift op) {
    require(op.activation().equals(Activation.NONE), op);
    Call call = new Call("scale_shift");
    if (op.scale() instanceof ParamExpr.Fill fill) {
      call.with("scale", fill.value());
    }
    if (op.shift() instanceof ParamExpr.Fill fill) {
      call.with("shift", fill.value());
    }
    return call(call);
  }

  @Override
  public Optional<String> visit(Softmax op) {
    return plain(op);
  }

  @Override
  public Optional<String> visit(Subsample op) {
    return call(new Call(op.name()).with(op.stride()));
  }

  /** Refuses what only passes make of an operator. */
  static void require(boolean condition, Op op) {
    if (!condition) {
      throw new IllegalArgumentException(op.name() + " with an epilogue has no source text");
    }
  }

  private static Optional<String> plain(Op op) {
    return call(new Call(op.name()));
  }

  private static Optional<String> call(Call call) {
    return Optional.of(call.toString());
  }
}
