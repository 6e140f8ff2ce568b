package io.resnetc.driver;

import io.resnetc.ir.Graph;
import io.resnetc.ir.interpret.ParameterSource;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.runtime.weights.Parameters;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.runtime.weights.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/** A graph's parameters from a checkpoint that fits it, as what reads the IR takes them. */
public final class BoundParameters implements ParameterSource {
  private final Map<ParamExpr.Named, Tensor> tensors;

  private BoundParameters(Map<ParamExpr.Named, Tensor> tensors) {
    this.tensors = tensors;
  }

  /**
   * Binds every parameter that the graph reads.
   *
   * @throws io.resnetc.runtime.weights.WeightsException when the weights do not fit
   */
  public static BoundParameters bind(Graph graph, Weights weights) {
    Parameters parameters = weights.parameters();
    Map<ParamExpr.Named, Tensor> tensors = new LinkedHashMap<>();
    graph.nodes().stream()
        .flatMap(node -> node.op().params().stream())
        .flatMap(ParamExpr::leaves)
        .distinct()
        .forEach(leaf -> tensors.put(leaf, parameters.tensor(leaf.name(), dims(leaf))));
    parameters.complete();
    return new BoundParameters(tensors);
  }

  @Override
  public double[] values(ParamExpr.Named parameter) {
    float[] values = tensors.get(parameter).values();
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i];
    }
    return result;
  }

  private static int[] dims(ParamExpr.Named parameter) {
    return parameter.dims().stream().mapToInt(Integer::intValue).toArray();
  }
}
