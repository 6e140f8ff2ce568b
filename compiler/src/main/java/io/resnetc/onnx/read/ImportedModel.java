package io.resnetc.onnx.read;

import io.resnetc.ir.Graph;
import io.resnetc.runtime.weights.TensorSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as the compiler takes it.
 *
 * @param graph the network
 * @param weights every parameter that the graph reads, by name
 * @param images how many images the model's own batch has; 1 where the batch has any size
 * @param inputs the network's inputs in the model, which lie one after the other in the graph's
 * @param outputDims the result's dimensions in the model, with its own batch
 */
public record ImportedModel(
    Graph graph,
    Map<String, TensorSource> weights,
    int images,
    List<String> inputs,
    List<Integer> outputDims) {
  public ImportedModel {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    inputs = List.copyOf(inputs);
    outputDims = List.copyOf(outputDims);
  }
}
