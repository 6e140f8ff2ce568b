package io.resnetc.lower;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
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
import io.resnetc.ir.op.OpVisitor;
import io.resnetc.ir.op.PRelu;
import io.resnetc.ir.op.Pad;
import io.resnetc.ir.op.Pointwise;
import io.resnetc.ir.op.Relu;
import io.resnetc.ir.op.ScaleShift;
import io.resnetc.ir.op.Softmax;
import io.resnetc.ir.op.Subsample;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses the algorithm of one node, and what it may overwrite. */
final class StepChoice implements OpVisitor<Step> {
  private final Graph graph;
  private final List<Buffer> buffers;
  private final LoweringOptions options;
  private final Node node;

  StepChoice(Graph graph, List<Buffer> buffers, LoweringOptions options, Node node) {
    this.graph = graph;
    this.buffers = buffers;
    this.options = options;
    this.node = node;
  }

  @Override
  public Step visit(Input op) {
    return new Step(node, Algorithm.LAYOUT, List.of());
  }

  @Override
  public Step visit(Conv2d op) {
    boolean hasResidual = node.operands().size() == 2;
    ConvolutionCost cost =
        new ConvolutionCost(
            op, graph.operands(node).get(0).shape(), node.shape(), hasResidual, options.batch());
    Algorithm algorithm = ConvolutionAlgorithms.choose(cost, node.origin().path(), options);
    return new Step(node, algorithm, hasResidual ? List.of(1) : List.of());
  }

  @Override
  public Step visit(Linear op) {
    return new Step(node, Algorithm.MATRIX_VECTOR, List.of());
  }

  /** In memory a map of one pixel without a border is a vector already. */
  @Override
  public Step visit(Flatten op) {
    int x = node.operands().get(0);
    boolean onePixel = node.shape().channels() == graph.node(x).shape().channels();
    return onePixel ? aliasOrPass() : window();
  }

  @Override
  public Step visit(Identity op) {
    return aliasOrPass();
  }

  private Step aliasOrPass() {
    Buffer x = buffers.get(node.operands().get(0));
    Buffer y = buffers.get(node.id());
    return x.sameLayout(y) ? new Step(node, Algorithm.ALIAS, List.of()) : elementwise();
  }

  @Override
  public Step visit(Add op) {
    return elementwise();
  }

  @Override
  public Step visit(Relu op) {
    return elementwise();
  }

  @Override
  public Step visit(ScaleShift op) {
    return elementwise();
  }

  @Override
  public Step visit(BatchNorm op) {
    return elementwise();
  }

  @Override
  public Step visit(Softmax op) {
    return elementwise();
  }

  /** One pass that reads an element before it writes the same one. */
  private Step elementwise() {
    return new Step(
        node, Algorithm.LOOP, IntStream.range(0, node.operands().size()).boxed().toList());
  }

  @Override
  public Step visit(MaxPool op) {
    return window();
  }

  @Override
  public Step visit(AvgPool op) {
    return window();
  }

  @Override
  public Step visit(GlobalAvgPool op) {
    return window();
  }

  @Override
  public Step visit(Subsample op) {
    return window();
  }

  @Override
  public Step visit(ChannelPad op) {
    return window();
  }

  /** One pass that may still need an element after it wrote its place. */
  private Step window() {
    return new Step(node, Algorithm.LOOP, List.of());
  }

  /** Where an operand is spread over the result, only the other one lies like the result. */
  @Override
  public Step visit(Binary op) {
    return elementwise();
  }

  @Override
  public Step visit(PRelu op) {
    return elementwise();
  }

  @Override
  public Step visit(Pointwise op) {
    return elementwise();
  }

  @Override
  public Step visit(ChannelShuffle op) {
    return window();
  }

  @Override
  public Step visit(ChannelSlice op) {
    return window();
  }

  @Override
  public Step visit(Concat op) {
    return window();
  }

  @Override
  public Step visit(GlobalMaxPool op) {
    return window();
  }

  @Override
  public Step visit(Pad op) {
    return window();
  }
}
