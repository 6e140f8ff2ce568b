package io.resnetc.runtime.vector;

import io.resnetc.runtime.kernel.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The vector species of all kernels: the processor's own, or {@code -Dresnetc.vector.lanes}. */
final class Lanes {
  static final VectorSpecies<Float> SPECIES = species();
  static final int LENGTH = SPECIES.length();

  /** Lanes of the register tile, which is two vectors wide. */
  static final int TILE = 2 * LENGTH;

  private Lanes() {}

  private static VectorSpecies<Float> species() {
    int preferred = FloatVector.SPECIES_PREFERRED.length();
    int lanes = Integer.getInteger("resnetc.vector.lanes", preferred);
    // Two vectors fill a panel at most; a longer vector would be half empty.
    int bits = Float.SIZE * Math.max(2, Math.min(lanes, Kernels.PANEL / 2));
    return VectorSpecies.of(float.class, VectorShape.forBitSize(bits));
  }
}
