package io.resnetc.ir.text;

import static java.util.stream.Collectors.joining;

import io.resnetc.ir.op.BatchNormParams;
import io.resnetc.ir.op.ParamExpr;
import java.util.List;

/** Writes attributes' values and parameter expressions. */
public final class ValuePrinter {
  private ValuePrinter() {}

  /** The text of an attribute's value. */
  public static String print(AttributeValue value) {
    if (value instanceof AttributeValue.Num number) {
      return Decimals.format(number.value());
    }
    if (value instanceof AttributeValue.Bool bool) {
      return String.valueOf(bool.value());
    }
    if (value instanceof AttributeValue.Text text) {
      return Names.quote(text.value());
    }
    if (value instanceof AttributeValue.Items items) {
      return items.values().stream().map(ValuePrinter::print).collect(joining(", ", "[", "]"));
    }
    if (value instanceof AttributeValue.Norm norm) {
      return print(norm.bn());
    }
    return print(((AttributeValue.Param) value).expression());
  }

  /** The text of a parameter expression: {@code fold(@conv1.weight[64, 3, 3, 3], @bn1[64] ...)}. */
  public static String print(ParamExpr expression) {
    if (expression instanceof ParamExpr.Named named) {
      return parameter(named.name(), named.dims());
    }
    if (expression instanceof ParamExpr.FoldWeight fold) {
      return "fold(%s, %s)".formatted(print(fold.weight()), print(fold.bn()));
    }
    if (expression instanceof ParamExpr.FoldBias fold) {
      return "fold_bias(%s, %s)".formatted(print(fold.bias()), print(fold.bn()));
    }
    if (expression instanceof ParamExpr.Scale scale) {
      return "scale(%s)".formatted(print(scale.bn()));
    }
    if (expression instanceof ParamExpr.Beside beside) {
      return "beside(%s, %s)".formatted(print(beside.left()), print(beside.right()));
    }
    if (expression instanceof ParamExpr.Sum sum) {
      return "sum(%s, %s)".formatted(print(sum.left()), print(sum.right()));
    }
    if (expression instanceof ParamExpr.Fill fill) {
      return "fill(%s)%s".formatted(Decimals.format(fill.value()), fill.dims());
    }
    return "shift(%s)".formatted(print(((ParamExpr.Shift) expression).bn()));
  }

  /** The text of a batch norm's parameters: {@code @bn1[64] eps 1e-05}. */
  private static String print(BatchNormParams bn) {
    return parameter(bn.path(), List.of(bn.channels())) + " eps " + Decimals.format(bn.eps());
  }

  private static String parameter(String name, List<Integer> dims) {
    return "@" + Names.name(name) + dims;
  }
}
