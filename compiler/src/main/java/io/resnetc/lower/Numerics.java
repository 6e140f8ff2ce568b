package io.resnetc.lower;

/** How far an algorithm may reorder a layer's arithmetic. Either way the bits are reproducible. */
public enum Numerics {
  /** Winograd's forms where they are faster: errors stay far below what a classifier can feel. */
  FAST,
  /** Every output is the plain sum of its products. */
  STRICT
}
