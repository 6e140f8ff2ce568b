package io.resnetc.ir.text;

import io.resnetc.ir.op.BatchNormParams;
import io.resnetc.ir.op.ParamExpr;
import java.util.List;

/** What an attribute of an operator can be: the text form's little data model. */
public sealed interface AttributeValue {

  /** A number; integers are exact up to 2^53. */
  record Num(double value) implements AttributeValue {}

  /** A truth value; a true one is written as the attribute's name alone. */
  record Bool(boolean value) implements AttributeValue {}

  /** A string in double quotes. */
  record Text(String value) implements AttributeValue {}

  /** A list in brackets. */
  record Items(List<AttributeValue> values) implements AttributeValue {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A constant tensor as an expression over named parameters. */
  record Param(ParamExpr expression) implements AttributeValue {}

  /** The four parameters of a batch norm and its epsilon. */
  record Norm(BatchNormParams bn) implements AttributeValue {}
}
