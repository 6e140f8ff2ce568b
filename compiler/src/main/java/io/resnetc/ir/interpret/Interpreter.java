package io.resnetc.ir.interpret;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import java.util.Arrays;

/**
 * Runs any graph, node by node, in double precision. Values are NCHW; parameters are computed once
 * and kept for all images.
 */
public final class Interpreter {
  private final Graph graph;
  private final ParameterValues parameters;

  public Interpreter(Graph graph, ParameterSource parameters) {
    this.graph = graph;
    this.parameters = new ParameterValues(parameters);
  }

  /** The graph's output for a batch of images, NCHW; the outputs of one image after the other. */
  public static double[] output(Graph graph, ParameterSource parameters, double[] images) {
    return new Interpreter(graph, parameters).output(images);
  }

  /** The graph's output for a batch of images, NCHW; the outputs of one image after the other. */
  public double[] output(double[] images) {
    int in = graph.input().shape().elements();
    int out = graph.node(graph.output()).shape().elements();
    if (images.length % in != 0) {
      throw new IllegalArgumentException(
          "%d values are no batch of %s".formatted(images.length, graph.input().shape()));
    }
    int batch = images.length / in;
    double[] result = new double[batch * out];
    for (int n = 0; n < batch; n++) {
      double[] image = Arrays.copyOfRange(images, n * in, (n + 1) * in);
      System.arraycopy(values(image)[graph.output()], 0, result, n * out, out);
    }
    return result;
  }

  /** Every value of the graph for one image, indexed by id. */
  public double[][] values(double[] image) {
    double[][] values = new double[graph.nodes().size()][];
    for (Node node : graph.nodes()) {
      values[node.id()] =
          node.id() == 0
              ? image
              : node.op().accept(new Evaluation(graph, node, values, parameters));
    }
    return values;
  }
}
