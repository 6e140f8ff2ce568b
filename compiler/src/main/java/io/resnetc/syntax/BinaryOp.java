package io.resnetc.syntax;

import java.util.Arrays;

/** The infix operators with their precedence, higher binding tighter. */
public enum BinaryOp {
  OR("or", 1),
  AND("and", 2),
  LESS("<", 4),
  LESS_OR_EQUAL("<=", 4),
  GREATER(">", 4),
  GREATER_OR_EQUAL(">=", 4),
  EQUAL("==", 4),
  NOT_EQUAL("!=", 4),
  ADD("+", 5),
  SUBTRACT("-", 5),
  MULTIPLY("*", 6),
  DIVIDE("/", 6),
  REMAINDER("%", 6);

  /** What "not" leaves to its operand: it stands between "and" and the comparisons. */
  static final int NOT_PRECEDENCE = 3;

  static final int NEGATE_PRECEDENCE = 7;

  static final int INDEX_PRECEDENCE = 8;

  private final String symbol;
  private final int precedence;

  BinaryOp(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  public String symbol() {
    return symbol;
  }

  int precedence() {
    return precedence;
  }

  static BinaryOp of(String symbol) {
    return Arrays.stream(values()).filter(op -> op.symbol.equals(symbol)).findFirst().orElseThrow();
  }
}
