package io.resnetc.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.resnetc.onnx.export.OnnxExport;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/** ONNX Runtime, with all of its optimisations and its own threads, which may spin. */
final class OnnxRuntimeContender implements Contender {
  private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

  private final OrtSession session;
  private final OnnxTensor input;
  private final Map<String, OnnxTensor> inputs;
  private final float[] outputs;

  /**
   * @param dims of the images, the batch first
   * @param outputElements for the whole batch
   */
  OnnxRuntimeContender(byte[] model, float[] images, long[] dims, int outputElements, int threads)
      throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      session = ENVIRONMENT.createSession(model, options);
    }
    // Memory outside the heap is handed over as it is; an array would be copied.
    FloatBuffer memory =
        ByteBuffer.allocateDirect(Math.multiplyExact(4, images.length))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    memory.put(images).rewind();
    input = OnnxTensor.createTensor(ENVIRONMENT, memory, dims);
    inputs = Map.of(session.getInputNames().iterator().next(), input);
    outputs = new float[outputElements];
  }

  @Override
  public void run() {
    try (OrtSession.Result result = session.run(inputs)) {
      OnnxTensor output = (OnnxTensor) result.get(OnnxExport.OUTPUT).orElseThrow();
      output.getFloatBuffer().get(outputs);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public float[] outputs() {
    return outputs;
  }

  @Override
  public void close() {
    try {
      input.close();
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
