package io.resnetc.benchmarks;

import io.resnetc.runtime.Network;
import io.resnetc.runtime.Workers;
import java.io.IOException;
import java.nio.file.Path;

/** A process that loads a generated class with its weights, and answers once. */
final class CompiledAnswer {
  private CompiledAnswer() {}

  /**
   * @param arguments the class, the weights, the image as raw floats, the number of threads
   */
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    float[] image = Answer.readFloats(Path.of(arguments[2]));
    Network network =
        (Network)
            Class.forName(arguments[0])
                .getMethod("load", Path.class)
                .invoke(null, Path.of(arguments[1]));
    float[] logits = new float[network.info().outputElements()];
    try (Workers workers = new Workers(Integer.parseInt(arguments[3]))) {
      network.run(network.newContext(workers), image, 1, logits);
    }
    Answer.print(logits);
  }
}
