package io.resnetc.testing;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.resnetc.ir.Graph;
import io.resnetc.ir.interpret.ParameterSource;
import io.resnetc.onnx.export.OnnxExport;
import java.nio.FloatBuffer;
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
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(images), dims);
        OrtSession.Result result =
            session.run(Map.of(session.getInputNames().iterator().next(), input))) {
      OnnxTensor output = (OnnxTensor) result.get(OnnxExport.OUTPUT).orElseThrow();
      FloatBuffer values = output.getFloatBuffer();
      float[] outputs = new float[values.remaining()];
      values.get(outputs);
      return outputs;
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime refuses the model", e);
    }
  }

  private static long[] dims(Graph graph, float[] images) {
    long batch = images.length / graph.input().shape().elements();
    Stream<Integer> dims = graph.input().shape().dims().stream();
    return LongStream.concat(LongStream.of(batch), dims.mapToLong(Integer::longValue)).toArray();
  }
}
