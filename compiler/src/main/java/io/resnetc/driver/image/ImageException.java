package io.resnetc.driver.image;

import java.io.IOException;

/** An image file that cannot be used; the message says why. */
public final class ImageException extends IOException {
  private static final long serialVersionUID = 1L;

  ImageException(String message) {
    super(message);
  }
}
