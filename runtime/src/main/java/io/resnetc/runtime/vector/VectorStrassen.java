package io.resnetc.runtime.vector;

import static io.resnetc.runtime.vector.Lanes.LENGTH;
import static io.resnetc.runtime.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Sums of data for Strassen's algorithm: a lane is a channel. */
final class VectorStrassen {
  private VectorStrassen() {}

  /** The sums of one pair, as {@link io.resnetc.runtime.kernel.Kernels#strassenData}. */
  static void pair(float[] x, int xAt, int half, float[] y, int yAt, int step) {
    int at12 = xAt + half;
    int at21 = at12 + half;
    int at22 = at21 + half;
    int to2 = yAt + step;
    int to3 = to2 + step;
    int to4 = to3 + step;
    for (int c = 0; c < half; c += LENGTH) {
      FloatVector a11 = FloatVector.fromArray(SPECIES, x, xAt + c);
      FloatVector a21 = FloatVector.fromArray(SPECIES, x, at21 + c);
      FloatVector s1 = a21.add(FloatVector.fromArray(SPECIES, x, at22 + c));
      FloatVector s2 = s1.sub(a11);
      s1.intoArray(y, yAt + c);
      s2.intoArray(y, to2 + c);
      a11.sub(a21).intoArray(y, to3 + c);
      FloatVector.fromArray(SPECIES, x, at12 + c).sub(s2).intoArray(y, to4 + c);
    }
  }
}
