package io.resnetc.runtime.weights;

/**
 * A weights file that cannot be read, or that does not fit the network; the message says all of it.
 */
public final class WeightsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WeightsException(String message) {
    super(message);
  }
}
