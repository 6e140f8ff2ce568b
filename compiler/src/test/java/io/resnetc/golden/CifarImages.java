package io.resnetc.golden;

import io.resnetc.runtime.Preprocessing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Test images of CIFAR-10 in its binary format: a label, then 1024 red, green and blue bytes. */
record CifarImages(byte[] bytes) {
  private static final int PIXELS = 32 * 32;
  private static final int RECORD = 1 + 3 * PIXELS;

  static CifarImages read(Path file) throws IOException {
    return new CifarImages(Files.readAllBytes(file));
  }

  int count() {
    return bytes.length / RECORD;
  }

  int label(int image) {
    return bytes[image * RECORD];
  }

  /** All images as a network's input. */
  float[] normalised(Preprocessing preprocessing) {
    float[] result = new float[count() * 3 * PIXELS];
    int[] rgb = new int[PIXELS];
    for (int image = 0; image < count(); image++) {
      int first = image * RECORD + 1;
      for (int i = 0; i < PIXELS; i++) {
        rgb[i] =
            (bytes[first + i] & 0xFF) << 16
                | (bytes[first + PIXELS + i] & 0xFF) << 8
                | bytes[first + 2 * PIXELS + i] & 0xFF;
      }
      preprocessing.normalise(rgb, result, image * 3 * PIXELS);
    }
    return result;
  }

  /** How many images a network puts into their class, given its logits for all of them. */
  int right(float[] logits) {
    int classes = logits.length / count();
    int right = 0;
    for (int image = 0; image < count(); image++) {
      int best = 0;
      for (int i = 1; i < classes; i++) {
        best = logits[image * classes + i] > logits[image * classes + best] ? i : best;
      }
      right += best == label(image) ? 1 : 0;
    }
    return right;
  }
}
