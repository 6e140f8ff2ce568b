package io.resnetc.onnx.read;

import java.util.List;

/** A model has parts that resnetc cannot express; all of them, each with its node's name. */
public final class UnsupportedModelException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> reasons;

  UnsupportedModelException(List<String> reasons) {
    super(String.join(System.lineSeparator(), reasons));
    this.reasons = List.copyOf(reasons);
  }

  /** A line each, in the order of the model's nodes. */
  public List<String> reasons() {
    return reasons;
  }
}
