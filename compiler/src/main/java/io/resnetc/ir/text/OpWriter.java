package io.resnetc.ir.text;

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
import io.resnetc.ir.op.ImageInput;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.Linear;
import io.resnetc.ir.op.MaxPool;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.OpVisitor;
import io.resnetc.ir.op.PRelu;
import io.resnetc.ir.op.Pad;
import io.resnetc.ir.op.Pointwise;
import io.resnetc.ir.op.Relu;
import io.resnetc.ir.op.ScaleShift;
import io.resnetc.ir.op.Softmax;
import io.resnetc.ir.op.Subsample;
import java.util.Map;

/** An operator's attributes by name, in the order in which they are printed. */
public final class OpWriter implements OpVisitor<AttributeWriter> {
  private OpWriter() {}

  /** The attributes of {@code op} without those that have their default. */
  public static Map<String, AttributeValue> attributes(Op op) {
    return op.accept(new OpWriter()).attributes();
  }

  /** What an input says about photographs, without what is as {@link ImageInput#DEFAULT}. */
  public static Map<String, AttributeValue> attributes(ImageInput image) {
    return new AttributeWriter()
        .number("scale", image.scale(), ImageInput.DEFAULT.scale())
        .numbers("mean", image.mean())
        .numbers("std", image.std())
        .integer("resize", image.resize(), ImageInput.DEFAULT.resize())
        .strings("labels", image.labels())
        .attributes();
  }

  @Override
  public AttributeWriter visit(Add op) {
    return new AttributeWriter().activation(op.activation());
  }

  @Override
  public AttributeWriter visit(AvgPool op) {
    return new AttributeWriter()
        .window(op.window())
        .bool("ceil", op.ceil(), false)
        .bool("count_include_pad", op.countPadding(), true);
  }

  @Override
  public AttributeWriter visit(BatchNorm op) {
    return new AttributeWriter().norm("bn", op.bn());
  }

  @Override
  public AttributeWriter visit(ChannelPad op) {
    return new AttributeWriter().integer("before", op.before()).integer("after", op.after());
  }

  @Override
  public AttributeWriter visit(Conv2d op) {
    return new AttributeWriter()
        .param("weight", op.weight())
        .param("bias", op.bias())
        .window(op.window())
        .integer("groups", op.groups(), 1)
        .activation(op.activation());
  }

  @Override
  public AttributeWriter visit(Flatten op) {
    return new AttributeWriter();
  }

  @Override
  public AttributeWriter visit(GlobalAvgPool op) {
    return new AttributeWriter();
  }

  @Override
  public AttributeWriter visit(Identity op) {
    return new AttributeWriter();
  }

  @Override
  public AttributeWriter visit(Input op) {
    return new AttributeWriter();
  }

  @Override
  public AttributeWriter visit(Linear op) {
    return new AttributeWriter()
        .param("weight", op.weight())
        .param("bias", op.bias())
        .activation(op.activation());
  }

  @Override
  public AttributeWriter visit(MaxPool op) {
    return new AttributeWriter().window(op.window()).bool("ceil", op.ceil(), false);
  }

  @Override
  public AttributeWriter visit(Relu op) {
    return new AttributeWriter();
  }

  @Override
  public AttributeWriter visit(ScaleShift op) {
    return new AttributeWriter()
        .param("scale", op.scale())
        .param("shift", op.shift())
        .activation(op.activation());
  }

  @Override
  public AttributeWriter visit(Softmax op) {
    return new AttributeWriter();
  }

  @Override
  public AttributeWriter visit(Subsample op) {
    return new AttributeWriter().integer("stride", op.stride());
  }

  @Override
  public AttributeWriter visit(Binary op) {
    return new AttributeWriter();
  }

  @Override
  public AttributeWriter visit(ChannelShuffle op) {
    return new AttributeWriter().integer("groups", op.groups());
  }

  @Override
  public AttributeWriter visit(ChannelSlice op) {
    return new AttributeWriter().integer("from", op.from()).integer("to", op.to());
  }

  @Override
  public AttributeWriter visit(Concat op) {
    return new AttributeWriter();
  }

  @Override
  public AttributeWriter visit(GlobalMaxPool op) {
    return new AttributeWriter();
  }

  @Override
  public AttributeWriter visit(PRelu op) {
    return new AttributeWriter().param("slope", op.slope());
  }

  @Override
  public AttributeWriter visit(Pad op) {
    return new AttributeWriter().anyPadding(op.padding()).number("value", op.value(), 0);
  }

  @Override
  public AttributeWriter visit(Pointwise op) {
    AttributeWriter writer = new AttributeWriter();
    for (int i = 0; i < op.arguments().size(); i++) {
      writer.number(op.function().arguments().get(i), op.arguments().get(i));
    }
    return writer;
  }
}
