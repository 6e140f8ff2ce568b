package io.resnetc.runtime;

/** A clamp applied to a layer's result as it is stored. NaN stays NaN. */
public enum Activation {
  NONE,
  RELU
}
