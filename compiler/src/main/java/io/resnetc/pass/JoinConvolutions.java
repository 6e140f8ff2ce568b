package io.resnetc.pass;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.Origin;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Concat;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Subsample;
import io.resnetc.ir.op.Window;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the last convolution of a residual block and its projection shortcut (He et al. 2016) one
 * convolution, of both operands' channels: {@code A z + B x = [A B] [z; x]}.
 *
 * <pre>
 *   z ── conv2d 1x1 ──────┐                       z ─────────────┐
 *                         conv2d 1x1/s (residual)   =&gt;           concat ── conv2d 1x1
 *   x ────────────────────┘                       x ── subsample ┘
 * </pre>
 *
 * <p>Its sums are as long as those of both together, which is what Strassen's algorithm wants, and
 * it has no residual, which that algorithm does not, and which would have to be written and read.
 * Its label names both.
 *
 * <p>Does not fire on few inputs, for which the copies cost more than is won; on larger kernels,
 * groups, padding, or strides that differ along the axes; nor where the residual's value is needed
 * elsewhere, or has a residual or an activation of its own.
 */
public final class JoinConvolutions implements Pass {
  /** Inputs of both together, from which on a sum in one go is worth the copies. */
  private static final int LEAST_INPUTS = 128;

  @Override
  public String name() {
    return "join-convolutions";
  }

  @Override
  public String purpose() {
    return "make a projection shortcut and the convolution that it is added to one convolution";
  }

  @Override
  public Graph run(Graph graph) {
    GraphCopy copy = new GraphCopy(graph);
    boolean changed = false;
    for (Node node : graph.nodes()) {
      Optional<Node> residual = residual(graph, node);
      if (residual.isPresent()) {
        copy.replace(node, join(copy, residual.get(), node));
        changed = true;
      } else {
        copy.keep(node);
      }
    }
    return changed ? new EliminateDeadNodes().run(copy.build()) : graph;
  }

  /** What {@code node} can be joined with. */
  private static Optional<Node> residual(Graph graph, Node node) {
    if (!isPointwise(node) || node.operands().size() != 2) {
      return Optional.empty();
    }
    Node residual = graph.operands(node).get(1);
    return Optional.of(residual)
        .filter(JoinConvolutions::isPointwise)
        .filter(other -> other.operands().size() == 1)
        .filter(other -> ((Conv2d) other.op()).activation().equals(Activation.NONE))
        .filter(graph::hasOneUse)
        .filter(other -> inputs(other) + inputs(node) >= LEAST_INPUTS);
  }

  private static boolean isPointwise(Node node) {
    return node.op() instanceof Conv2d conv
        && conv.groups() == 1
        && conv.window().equals(Window.square(1, conv.window().strideHeight(), 0));
  }

  private static int inputs(Node node) {
    return ((Conv2d) node.op()).weight().dims().get(1);
  }

  private static int join(GraphCopy copy, Node residual, Node node) {
    Conv2d first = (Conv2d) residual.op();
    Conv2d second = (Conv2d) node.op();
    Origin unnamed = labelled(node.origin(), "");
    List<Integer> parts = List.of(pixels(copy, residual, unnamed), pixels(copy, node, unnamed));
    Conv2d joined =
        new Conv2d(
            new ParamExpr.Beside(first.weight(), second.weight()),
            sum(first.bias(), second.bias()),
            Window.square(1, 1, 0),
            1,
            second.activation());
    int both = copy.add(new Concat(), parts, unnamed);
    return copy.add(joined, List.of(both), labelled(node.origin(), label(residual, node)));
  }

  /** The pixels that a convolution reads of its first operand. */
  private static int pixels(GraphCopy copy, Node node, Origin origin) {
    List<Integer> x = copy.operands(node.operands().subList(0, 1));
    int stride = ((Conv2d) node.op()).window().strideHeight();
    return stride == 1 ? x.get(0) : copy.add(new Subsample(stride), x, origin);
  }

  private static Optional<ParamExpr> sum(Optional<ParamExpr> left, Optional<ParamExpr> right) {
    if (left.isPresent() && right.isPresent()) {
      return Optional.of(new ParamExpr.Sum(left.get(), right.get()));
    }
    return left.or(() -> right);
  }

  private static Origin labelled(Origin origin, String label) {
    return new Origin(origin.block(), origin.blockName(), label, origin.place());
  }

  private static String label(Node residual, Node node) {
    Origin other = residual.origin();
    boolean sameBlock = other.block().equals(node.origin().block());
    return Stream.of(sameBlock ? other.label() : other.path(), node.origin().label())
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining("+"));
  }
}
