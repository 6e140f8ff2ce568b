package io.resnetc.driver.npy;

import java.io.IOException;

/** A file that is no usable {@code .npy} array; the message says what it is and what to do. */
public final class NpyException extends IOException {
  private static final long serialVersionUID = 1L;

  NpyException(String message) {
    super(message);
  }
}
