package io.resnetc.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the processes of {@link FirstAnswer} have in common; loads no class of either side. */
final class Answer {
  private static final Path STATUS = Path.of("/proc/self/status");

  private Answer() {}

  /** The floats of a file, little-endian. */
  static float[] readFloats(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  /** Prints the class of the largest logit, and the most memory that was resident, in KiB. */
  static void print(float[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      best = logits[i] > logits[best] ? i : best;
    }
    System.out.println(best + " " + peakKilobytes());
  }

  private static String peakKilobytes() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith("VmHWM:")) {
          return line.replaceAll("\\D", "");
        }
      }
      throw new IllegalStateException(STATUS + " does not tell the peak of resident memory");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
