package io.resnetc.ir.op;

/** An operator was given operands that its shape rule forbids; the message says what is wrong. */
public final class ShapeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ShapeException(String message) {
    super(message);
  }
}
