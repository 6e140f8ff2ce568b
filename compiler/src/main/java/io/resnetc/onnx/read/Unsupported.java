package io.resnetc.onnx.read;

/** A node cannot be expressed in the IR; the message says why, without the node's name. */
final class Unsupported extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unsupported(String format, Object... arguments) {
    super(format.formatted(arguments));
  }
}
