package io.resnetc.ir.text;

import io.resnetc.ir.op.BatchNormParams;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.ShapeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Reads attributes, their values and parameter expressions. */
final class ValueParser {
  private final Cursor cursor;

  ValueParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /** One attribute, {@code name = value} or {@code name}, into {@code attributes}. */
  void attribute(Map<String, AttributeValue> attributes) {
    int mark = cursor.mark();
    String name = cursor.word();
    AttributeValue value = cursor.accept("=") ? value() : new AttributeValue.Bool(true);
    if (attributes.put(name, value) != null) {
      throw cursor.error(mark, "'" + name + "' is given twice");
    }
  }

  /** Attributes in braces. */
  Map<String, AttributeValue> block() {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    cursor.expect("{");
    do {
      attribute(attributes);
    } while (cursor.accept(","));
    cursor.expect("}");
    return attributes;
  }

  /** {@code [3, 32, 32]}. */
  List<Integer> dims() {
    return list(cursor::integer);
  }

  private AttributeValue value() {
    if (cursor.sees("[")) {
      return new AttributeValue.Items(list(this::value));
    }
    if (cursor.sees("\"")) {
      return new AttributeValue.Text(cursor.string());
    }
    if (cursor.sees("@")) {
      return parameter();
    }
    if (cursor.seesNumber() || cursor.seesWord("inf") || cursor.seesWord("nan")) {
      return new AttributeValue.Num(cursor.number());
    }
    if (cursor.acceptWord("true")) {
      return new AttributeValue.Bool(true);
    }
    if (cursor.acceptWord("false")) {
      return new AttributeValue.Bool(false);
    }
    return new AttributeValue.Param(function());
  }

  /** {@code @name[dims]}, or a batch norm where {@code eps} follows. */
  private AttributeValue parameter() {
    int mark = cursor.mark();
    cursor.expect("@");
    String name = cursor.name();
    List<Integer> dims = dims();
    if (!cursor.acceptWord("eps")) {
      return new AttributeValue.Param(new ParamExpr.Named(name, dims));
    }
    if (dims.size() != 1) {
      throw cursor.error(mark, "a batch norm has one dimension, its channels");
    }
    return new AttributeValue.Norm(new BatchNormParams(name, dims.get(0), cursor.number()));
  }

  private ParamExpr expression() {
    int mark = cursor.mark();
    if (!cursor.sees("@")) {
      return function();
    }
    if (parameter() instanceof AttributeValue.Param named) {
      return named.expression();
    }
    throw cursor.error(mark, "expected a tensor, found a batch norm");
  }

  private ParamExpr function() {
    int mark = cursor.mark();
    String function = cursor.word();
    return switch (function) {
      case "fold" -> pair(this::norm, ParamExpr.FoldWeight::new);
      case "fold_bias" -> pair(this::norm, ParamExpr.FoldBias::new);
      case "beside" -> pair(this::expression, ParamExpr.Beside::new);
      case "sum" -> pair(this::expression, ParamExpr.Sum::new);
      case "scale" -> new ParamExpr.Scale(normInParentheses());
      case "shift" -> new ParamExpr.Shift(normInParentheses());
      case "fill" -> fill();
      default -> throw cursor.error(mark, "expected a value, found '" + function + "'");
    };
  }

  private <T> ParamExpr pair(Supplier<T> second, BiFunction<ParamExpr, T, ParamExpr> constructor) {
    int mark = cursor.mark();
    cursor.expect("(");
    ParamExpr left = expression();
    cursor.expect(",");
    T right = second.get();
    cursor.expect(")");
    try {
      return constructor.apply(left, right);
    } catch (ShapeException e) {
      throw cursor.error(mark, e.getMessage());
    }
  }

  private ParamExpr fill() {
    cursor.expect("(");
    double value = cursor.number();
    cursor.expect(")");
    return new ParamExpr.Fill(value, dims());
  }

  private BatchNormParams normInParentheses() {
    cursor.expect("(");
    BatchNormParams bn = norm();
    cursor.expect(")");
    return bn;
  }

  private BatchNormParams norm() {
    int mark = cursor.mark();
    if (parameter() instanceof AttributeValue.Norm norm) {
      return norm.bn();
    }
    throw cursor.error(mark, "expected a batch norm, which ends in its eps");
  }

  private <T> List<T> list(Supplier<T> element) {
    List<T> elements = new ArrayList<>();
    cursor.expect("[");
    if (!cursor.sees("]")) {
      do {
        elements.add(element.get());
      } while (cursor.accept(","));
    }
    cursor.expect("]");
    return elements;
  }
}
