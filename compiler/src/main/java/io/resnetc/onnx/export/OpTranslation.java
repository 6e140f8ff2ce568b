package io.resnetc.onnx.export;

import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.AvgPool;
import io.resnetc.ir.op.BatchNorm;
import io.resnetc.ir.op.BatchNormParams;
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
import io.resnetc.ir.op.OpVisitor;
import io.resnetc.ir.op.PRelu;
import io.resnetc.ir.op.Pad;
import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Pointwise;
import io.resnetc.ir.op.Relu;
import io.resnetc.ir.op.ScaleShift;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Softmax;
import io.resnetc.ir.op.Subsample;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What each operator of the IR is in ONNX; every method appends to the node's chain. */
final class OpTranslation implements OpVisitor<NodeChain> {
  private final NodeChain chain;
  private final Initializers initializers;
  private final Shape in;
  private final Shape out;
  private final String x;
  private final Optional<String> second;
  private final List<String> operands;

  /**
   * @param operands the operands' names
   * @param in the first operand's shape
   * @param out the result's shape
   */
  OpTranslation(
      NodeChain chain, Initializers initializers, List<String> operands, Shape in, Shape out) {
    this.chain = chain;
    this.initializers = initializers;
    this.in = in;
    this.out = out;
    this.operands = operands;
    x = operands.get(0);
    second = operands.stream().skip(1).findFirst();
  }

  @Override
  public NodeChain visit(Add op) {
    chain.add(new OnnxNode("Add", x, second.orElseThrow()), out);
    return activate(op.activation());
  }

  @Override
  public NodeChain visit(AvgPool op) {
    return new PoolTranslation(chain, initializers, x, in, out).average(op);
  }

  @Override
  public NodeChain visit(BatchNorm op) {
    BatchNormParams bn = op.bn();
    String[] inputs =
        Stream.concat(Stream.of(x), bn.tensors().map(initializers::parameter))
            .toArray(String[]::new);
    OnnxNode node = new OnnxNode("BatchNormalization", inputs);
    return chain.add(node.attribute("epsilon", (float) bn.eps()), out);
  }

  @Override
  public NodeChain visit(ChannelPad op) {
    String pads =
        initializers.integers(chain.constant("pads"), 0, op.before(), 0, 0, 0, op.after(), 0, 0);
    return chain.add(new OnnxNode("Pad", x, pads), out);
  }

  @Override
  public NodeChain visit(Conv2d op) {
    Windows windows = new Windows(op.window());
    chain.add(
        new OnnxNode("Conv", withBias(op.weight(), op.bias()))
            .attribute("kernel_shape", windows.kernel())
            .attribute("strides", windows.strides())
            .attribute("pads", windows.pads())
            .attribute("dilations", windows.dilations())
            .attribute("group", op.groups()),
        out);
    second.ifPresent(residual -> chain.add(new OnnxNode("Add", chain.end(), residual), out));
    return activate(op.activation());
  }

  @Override
  public NodeChain visit(Flatten op) {
    return chain.add(new OnnxNode("Flatten", x).attribute("axis", 1), out);
  }

  @Override
  public NodeChain visit(GlobalAvgPool op) {
    return chain.add(new OnnxNode("GlobalAveragePool", x), out);
  }

  @Override
  public NodeChain visit(Identity op) {
    return chain.add(new OnnxNode("Identity", x), out);
  }

  @Override
  public NodeChain visit(Input op) {
    throw new IllegalStateException("an input is no ONNX node");
  }

  @Override
  public NodeChain visit(Linear op) {
    chain.add(new OnnxNode("Gemm", withBias(op.weight(), op.bias())).attribute("transB", 1), out);
    return activate(op.activation());
  }

  @Override
  public NodeChain visit(MaxPool op) {
    return new PoolTranslation(chain, initializers, x, in, out).max(op);
  }

  @Override
  public NodeChain visit(Relu op) {
    return chain.add(new OnnxNode("Relu", x), out);
  }

  @Override
  public NodeChain visit(ScaleShift op) {
    List<Integer> dims = Dims.perChannel(out);
    chain.add(new OnnxNode("Mul", x, initializers.parameter(op.scale(), dims)), out);
    chain.add(new OnnxNode("Add", chain.end(), initializers.parameter(op.shift(), dims)), out);
    return activate(op.activation());
  }

  @Override
  public NodeChain visit(Softmax op) {
    return chain.add(
        new OnnxNode(op.logarithm() ? "LogSoftmax" : "Softmax", x).attribute("axis", 1), out);
  }

  @Override
  public NodeChain visit(Subsample op) {
    String starts = initializers.integers(chain.constant("starts"), 0, 0);
    String ends = initializers.integers(chain.constant("ends"), in.height(), in.width());
    String axes = initializers.integers(chain.constant("axes"), 2, 3);
    String steps = initializers.integers(chain.constant("steps"), op.stride(), op.stride());
    return chain.add(new OnnxNode("Slice", x, starts, ends, axes, steps), out);
  }

  private String[] withBias(ParamExpr weight, Optional<ParamExpr> bias) {
    return Stream.concat(
            Stream.of(x),
            Stream.concat(Stream.of(weight), bias.stream()).map(initializers::parameter))
        .toArray(String[]::new);
  }

  private NodeChain activate(Activation activation) {
    if (activation.equals(Activation.NONE)) {
      return chain;
    }
    if (activation.equals(Activation.RELU)) {
      return chain.add(new OnnxNode("Relu", chain.end()), out);
    }
    String low = initializers.scalar(chain.constant("low"), activation.low());
    String high = initializers.scalar(chain.constant("high"), activation.high());
    return chain.add(new OnnxNode("Clip", chain.end(), low, high), out);
  }

  @Override
  public NodeChain visit(Binary op) {
    String name =
        switch (op.function()) {
          case MULTIPLY -> "Mul";
          case SUBTRACT -> "Sub";
          case DIVIDE -> "Div";
        };
    return chain.add(new OnnxNode(name, x, second.orElseThrow()), out);
  }

  @Override
  public NodeChain visit(ChannelShuffle op) {
    return new ShuffleTranslation(chain, initializers, x, in).shuffle(op);
  }

  @Override
  public NodeChain visit(ChannelSlice op) {
    String starts = initializers.integers(chain.constant("starts"), op.from());
    String ends = initializers.integers(chain.constant("ends"), op.to());
    String axes = initializers.integers(chain.constant("axes"), 1);
    return chain.add(new OnnxNode("Slice", x, starts, ends, axes), out);
  }

  @Override
  public NodeChain visit(Concat op) {
    OnnxNode node = new OnnxNode("Concat", operands.toArray(String[]::new));
    return chain.add(node.attribute("axis", 1), out);
  }

  @Override
  public NodeChain visit(GlobalMaxPool op) {
    return chain.add(new OnnxNode("GlobalMaxPool", x), out);
  }

  @Override
  public NodeChain visit(PRelu op) {
    List<Integer> dims = op.slope().dims().equals(List.of(1)) ? List.of(1) : Dims.perChannel(out);
    return chain.add(new OnnxNode("PRelu", x, initializers.parameter(op.slope(), dims)), out);
  }

  @Override
  public NodeChain visit(Pad op) {
    Padding p = op.padding();
    String pads =
        initializers.integers(
            chain.constant("pads"), 0, 0, p.top(), p.left(), 0, 0, p.bottom(), p.right());
    String value = initializers.scalar(chain.constant("value"), op.value());
    return chain.add(new OnnxNode("Pad", x, pads, value), out);
  }

  @Override
  public NodeChain visit(Pointwise op) {
    return new PointwiseTranslation(chain, initializers, x, out).translate(op);
  }
}
