package io.resnetc.ir.op;

/** One method an operator, so that the compiler names every place that a new operator misses. */
public interface OpVisitor<R> {
  R visit(Add op);

  R visit(AvgPool op);

  R visit(BatchNorm op);

  R visit(Binary op);

  R visit(ChannelPad op);

  R visit(ChannelShuffle op);

  R visit(ChannelSlice op);

  R visit(Concat op);

  R visit(Conv2d op);

  R visit(Flatten op);

  R visit(GlobalAvgPool op);

  R visit(GlobalMaxPool op);

  R visit(Identity op);

  R visit(Input op);

  R visit(Linear op);

  R visit(MaxPool op);

  R visit(Pad op);

  R visit(Pointwise op);

  R visit(PRelu op);

  R visit(Relu op);

  R visit(ScaleShift op);

  R visit(Softmax op);

  R visit(Subsample op);
}
