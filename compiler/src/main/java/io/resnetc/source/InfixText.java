package io.resnetc.source;

import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.Binary;
import io.resnetc.ir.op.Op;
import java.util.List;

/** Operators of several values. */
final class InfixText {
  private InfixText() {}

  static String of(Op op, List<String> operands) {
    if (op instanceof Add add) {
      StepText.require(add.activation().equals(Activation.NONE), op);
      return String.join(" + ", operands);
    }
    if (op instanceof Binary binary) {
      String symbol =
          switch (binary.function()) {
            case MULTIPLY -> " * ";
            case SUBTRACT -> " - ";
            case DIVIDE -> " / ";
          };
      return String.join(symbol, operands);
    }
    return "concat([%s])".formatted(String.join(", ", operands));
  }
}
