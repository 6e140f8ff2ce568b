package io.resnetc.bind;

import io.resnetc.diag.ErrorKind;

/** A value is not of the kind that an operation takes, or its result does not exist. */
final class TypeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorKind kind;
  private final transient Object[] arguments;

  TypeException(ErrorKind kind, Object... arguments) {
    super(null, null, false, false);
    this.kind = kind;
    this.arguments = arguments;
  }

  ErrorKind kind() {
    return kind;
  }

  Object[] arguments() {
    return arguments;
  }
}
