package io.resnetc.testing;

import static java.util.stream.Collectors.toMap;

import io.resnetc.ir.Graph;
import io.resnetc.ir.interpret.ParameterSource;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.runtime.weights.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * Weights and inputs without files: every scalar is a hash (SplitMix64 over FNV-1a) of its tensor's
 * name and its index, scaled to what its kind of tensor needs, computed in double precision and
 * rounded once to float. The same recipe in PyTorch made the expected outputs.
 */
public final class RecipeWeights implements ParameterSource {
  private final long seed;

  public RecipeWeights(long seed) {
    this.seed = seed;
  }

  /** Every parameter that the graph reads, by name. */
  public Map<String, Tensor> tensors(Graph graph) {
    return graph.nodes().stream()
        .flatMap(node -> node.op().params().stream())
        .flatMap(ParamExpr::leaves)
        .distinct()
        .collect(
            toMap(
                ParamExpr.Named::name,
                leaf -> new Tensor(tensor(leaf.name(), leaf.dims()), leaf.dims()),
                (a, b) -> a,
                TreeMap::new));
  }

  @Override
  public double[] values(ParamExpr.Named parameter) {
    return widen(tensor(parameter.name(), parameter.dims()));
  }

  /** One tensor, row-major. */
  public float[] tensor(String name, List<Integer> dims) {
    int elements = dims.stream().reduce(1, Math::multiplyExact);
    double fanIn = (double) elements / dims.get(0);
    if (dims.size() == 4) {
      double bound = Math.sqrt(6 / fanIn);
      return fill(name, elements, u -> (2 * u - 1) * bound);
    }
    if (dims.size() == 2) {
      double bound = Math.sqrt(3 / fanIn);
      return fill(name, elements, u -> (2 * u - 1) * bound);
    }
    if (name.endsWith(".weight") || name.endsWith(".running_var")) {
      return fill(name, elements, u -> 0.8 + 0.4 * u);
    }
    return fill(name, elements, u -> (2 * u - 1) * 0.1);
  }

  /** A batch of images of the graph's input, NCHW. */
  public float[] images(Graph graph, int batch) {
    return fill("input", batch * graph.input().shape().elements(), u -> (2 * u - 1) * 1.7);
  }

  /** The same numbers in double precision. */
  public static double[] widen(float[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i];
    }
    return result;
  }

  private float[] fill(String name, int elements, DoubleUnaryOperator scale) {
    float[] values = new float[elements];
    long state = fnv1a64(name) ^ seed;
    for (int i = 0; i < elements; i++) {
      state += 0x9E3779B97F4A7C15L;
      values[i] = (float) scale.applyAsDouble((mix(state) >>> 40) * 0x1p-24);
    }
    return values;
  }

  private static long mix(long z) {
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  private static long fnv1a64(String text) {
    long hash = 0xCBF29CE484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    return hash;
  }
}
