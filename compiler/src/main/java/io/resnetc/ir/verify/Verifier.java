package io.resnetc.ir.verify;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.ImageInput;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.ShapeException;
import io.resnetc.ir.text.Printer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a graph's invariants:
 *
 * <ol>
 *   <li>Ids are dense: the node at position {@code i} has id {@code i}.
 *   <li>Every operand is an earlier node.
 *   <li>Node 0 is an input, and no other node is.
 *   <li>A node's shape is what its operator's shape rule infers from its operands' shapes. This
 *       covers the number of operands, the residual of a convolution and the parameters' dimensions
 *       (a shape rule refuses a weight that does not fit).
 *   <li>The output is a node of the graph.
 *   <li>One parameter name has one list of dimensions wherever it is read, each at least 1, and at
 *       most 2^31 - 1 elements.
 *   <li>An input's mean and standard deviation have no entry or one for each channel.
 * </ol>
 *
 * What one operator's attributes may be (a stride of at least 1, groups, padding) its record's
 * constructor checks, so that no such operator can be made.
 */
public final class Verifier {
  private static final int LINES_AROUND = 2;

  private final Graph graph;
  private final Map<String, List<Integer>> parameters = new HashMap<>();
  private final List<String> violations = new ArrayList<>();

  private Verifier(Graph graph) {
    this.graph = graph;
  }

  /**
   * Returns normally when every invariant holds.
   *
   * @throws InvalidGraphException with all violations otherwise
   */
  public static void verify(Graph graph) {
    Verifier verifier = new Verifier(graph);
    verifier.check();
    if (!verifier.violations.isEmpty()) {
      throw new InvalidGraphException(graph.name(), verifier.violations);
    }
  }

  private void check() {
    if (graph.nodes().isEmpty()) {
      violations.add("it has no nodes");
      return;
    }
    for (int position = 0; position < graph.nodes().size(); position++) {
      Node node = graph.nodes().get(position);
      checkId(position, node);
      checkInput(position, node);
      if (checkOperands(position, node)) {
        checkShape(position, node);
      }
      checkParameters(position, node);
    }
    if (graph.output() < 0 || graph.output() >= graph.nodes().size()) {
      violations.add("the output %" + graph.output() + " is not a node of the graph");
    }
  }

  private void checkId(int position, Node node) {
    if (node.id() != position) {
      violate(position, "the node at position %d has id %d".formatted(position, node.id()));
    }
  }

  private void checkInput(int position, Node node) {
    if (position == 0 != node.op() instanceof Input) {
      violate(position, position == 0 ? "node 0 is not an input" : "an input is not node 0");
    }
    if (node.op() instanceof Input input) {
      ImageInput image = input.image();
      checkChannels(position, "mean", image.mean(), input.shape().channels());
      checkChannels(position, "std", image.std(), input.shape().channels());
    }
  }

  private void checkChannels(int position, String name, List<Double> values, int channels) {
    if (!values.isEmpty() && values.size() != channels) {
      violate(
          position, "%d entries of %s for %d channels".formatted(values.size(), name, channels));
    }
  }

  private boolean checkOperands(int position, Node node) {
    for (int operand : node.operands()) {
      if (operand < 0 || operand >= position) {
        violate(position, "the operand %" + operand + " is not an earlier node");
        return false;
      }
    }
    return true;
  }

  private void checkShape(int position, Node node) {
    try {
      Shape inferred = node.op().infer(graph.operands(node).stream().map(Node::shape).toList());
      if (!inferred.equals(node.shape())) {
        violate(position, "the shape is %s, but should be %s".formatted(node.shape(), inferred));
      }
    } catch (ShapeException e) {
      violate(position, e.getMessage());
    }
  }

  private void checkParameters(int position, Node node) {
    node.op()
        .params()
        .forEach(param -> param.leaves().forEach(leaf -> checkParameter(position, leaf)));
  }

  private void checkParameter(int position, ParamExpr.Named leaf) {
    List<Integer> known = parameters.putIfAbsent(leaf.name(), leaf.dims());
    if (known != null && !known.equals(leaf.dims())) {
      violate(
          position,
          "the parameter %s is %s here and %s elsewhere"
              .formatted(leaf.name(), leaf.dims(), known));
    }
    double elements = 1;
    for (int dim : leaf.dims()) {
      elements *= dim < 1 ? Double.NaN : dim;
    }
    if (!(elements <= Integer.MAX_VALUE)) {
      violate(
          position,
          "the parameter %s has impossible dimensions %s".formatted(leaf.name(), leaf.dims()));
    }
  }

  /** Notes a violation with the lines around its node, which is marked. */
  private void violate(int position, String message) {
    StringBuilder out = new StringBuilder("%" + position + ": " + message);
    int first = Math.max(0, position - LINES_AROUND);
    int last = Math.min(graph.nodes().size() - 1, position + LINES_AROUND);
    for (int i = first; i <= last; i++) {
      out.append(i == position ? "\n  > " : "\n    ").append(Printer.line(graph.nodes().get(i)));
    }
    violations.add(out.toString());
  }
}
