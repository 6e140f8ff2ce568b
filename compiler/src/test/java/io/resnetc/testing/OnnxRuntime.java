package io.resnetc.testing;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.resnetc.ir.Graph;
import io.resnetc.ir.interpret.ParameterSource;
import io.resnetc.onnx.export.OnnxExport;
import io.resnetc.runtime.weights.Tensor;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A second opinion on what a graph means: its ONNX export, run by ONNX Runtime. */
public final class OnnxRuntime {
  private OnnxRuntime() {}

  /** The outputs for a batch of images, NCHW; the outputs of one image after the other. */
  public static float[] run(Graph graph, ParameterSource weights, float[] images) {
    byte[] model = OnnxExport.export(graph, weights).toByteArray();
    return run(model, images, dims(graph, images));
  }

  /** The outputs of a model's file for images of these dimensions, the batch first. */
  public static float[] run(byte[] model, float[] images, long... dims) {
    List<Integer> shape = LongStream.of(dims).mapToObj(Math::toIntExact).toList();
    return run(model, List.of(new Tensor(images, shape)), OnnxExport.OUTPUT).values();
  }

  /** One output of a model's file, given its inputs in order. */
  public static Tensor run(byte[] model, List<Tensor> inputs, String output) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map<String, OnnxTensor> given = new LinkedHashMap<>();
    try (OrtSession session = environment.createSession(model)) {
      for (String name : session.getInputNames()) {
        Tensor tensor = inputs.get(given.size());
        long[] dims = tensor.dims().stream().mapToLong(Integer::longValue).toArray();
        FloatBuffer values = FloatBuffer.wrap(tensor.values());
        given.put(name, OnnxTensor.createTensor(environment, values, dims));
      }
      try (OrtSession.Result result = session.run(given)) {
        return tensor((OnnxTensor) result.get(output).orElseThrow());
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime refuses the model", e);
    } finally {
      given.values().forEach(OnnxTensor::close);
    }
  }

  private static Tensor tensor(OnnxTensor tensor) {
    FloatBuffer values = tensor.getFloatBuffer();
    float[] copy = new float[values.remaining()];
    values.get(copy);
    long[] dims = tensor.getInfo().getShape();
    return new Tensor(copy, LongStream.of(dims).mapToObj(Math::toIntExact).toList());
  }

  private static long[] dims(Graph graph, float[] images) {
    long batch = images.length / graph.input().shape().elements();
    Stream<Integer> dims = graph.input().shape().dims().stream();
    return LongStream.concat(LongStream.of(batch), dims.mapToLong(Integer::longValue)).toArray();
  }
}
