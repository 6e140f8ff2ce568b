package io.resnetc.memory;

/** The network's values need more memory at once than a Java array can hold. */
public final class ArenaTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ArenaTooLargeException(long floats) {
    super(
        "the network needs an arena of %d floats for one image; a Java array holds at most 2^31 - 1"
            .formatted(floats));
  }
}
