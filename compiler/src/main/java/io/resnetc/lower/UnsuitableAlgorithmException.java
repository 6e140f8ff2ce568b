package io.resnetc.lower;

/** An algorithm was asked for by a layer's path, but there is no such layer or it cannot do it. */
public final class UnsuitableAlgorithmException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsuitableAlgorithmException(String message) {
    super(message);
  }
}
