package io.resnetc.benchmarks;

import io.resnetc.ir.Graph;
import io.resnetc.ir.interpret.ParameterSource;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.runtime.weights.Weights;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Weights drawn from a generator that is seeded with each tensor's name: of a size that keeps the
 * activations of a deep network within bounds (He, Zhang, Ren and Sun 2015), so that no time is
 * measured on infinities or denormal numbers.
 */
final class SeededWeights implements ParameterSource {
  /** Every parameter that the graph reads. */
  static Weights of(Graph graph) {
    Map<String, Tensor> tensors = new HashMap<>();
    graph.nodes().stream()
        .flatMap(node -> node.op().params().stream())
        .flatMap(ParamExpr::leaves)
        .forEach(leaf -> tensors.computeIfAbsent(leaf.name(), name -> tensor(leaf)));
    return Weights.of(tensors);
  }

  @Override
  public double[] values(ParamExpr.Named parameter) {
    float[] values = tensor(parameter).values();
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i];
    }
    return result;
  }

  /** A batch of images, NCHW. */
  static float[] images(Graph graph, int batch) {
    return uniform("images", batch * graph.input().shape().elements(), -1.7, 1.7);
  }

  private static Tensor tensor(ParamExpr.Named parameter) {
    int elements = parameter.dims().stream().reduce(1, Math::multiplyExact);
    String name = parameter.name();
    if (parameter.dims().size() > 1) {
      double bound = Math.sqrt(6.0 * parameter.dims().get(0) / elements);
      return new Tensor(uniform(name, elements, -bound, bound), parameter.dims());
    }
    boolean scales = name.endsWith(".weight") || name.endsWith(".running_var");
    float[] values =
        scales ? uniform(name, elements, 0.8, 1.2) : uniform(name, elements, -0.1, 0.1);
    return new Tensor(values, parameter.dims());
  }

  private static float[] uniform(String name, int elements, double low, double high) {
    SplittableRandom random = new SplittableRandom(name.hashCode());
    float[] values = new float[elements];
    for (int i = 0; i < elements; i++) {
      values[i] = (float) (low + (high - low) * random.nextDouble());
    }
    return values;
  }
}
