package io.resnetc.syntax;

/** The prefix operators. */
public enum UnaryOp {
  NEGATE("-"),
  NOT("not ");

  private final String symbol;

  UnaryOp(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }
}
