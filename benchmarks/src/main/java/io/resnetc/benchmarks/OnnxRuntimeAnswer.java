package io.resnetc.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

/** A process that opens a model of ONNX in ONNX Runtime, and answers once. */
final class OnnxRuntimeAnswer {
  private OnnxRuntimeAnswer() {}

  /**
   * @param arguments the model, the image as raw floats, the image's dimensions with the batch and
   *     commas between, the number of threads
   */
  public static void main(String[] arguments) throws IOException, OrtException {
    float[] image = Answer.readFloats(Path.of(arguments[1]));
    String[] words = arguments[2].split(",");
    long[] dims = new long[words.length];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = Long.parseLong(words[i]);
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(Integer.parseInt(arguments[3]));
      options.setInterOpNumThreads(1);
      try (OrtSession session = environment.createSession(arguments[0], options);
          OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(image), dims);
          OrtSession.Result result =
              session.run(Map.of(session.getInputNames().iterator().next(), input))) {
        FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
        float[] logits = new float[buffer.remaining()];
        buffer.get(logits);
        Answer.print(logits);
      }
    }
  }
}
