package io.resnetc.onnx.export;

/** A network's weights do not fit into one ONNX file; the message says both sizes. */
public final class ModelTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ModelTooLargeException(String message) {
    super(message);
  }
}
