package io.resnetc.ir.text;

import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.BatchNormParams;
import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Window;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects attributes in the order of printing; those that have their default are left out. */
final class AttributeWriter {
  private final Map<String, AttributeValue> attributes = new LinkedHashMap<>();

  Map<String, AttributeValue> attributes() {
    return Collections.unmodifiableMap(attributes);
  }

  AttributeWriter param(String name, ParamExpr expression) {
    return put(name, new AttributeValue.Param(expression));
  }

  AttributeWriter param(String name, Optional<ParamExpr> expression) {
    expression.ifPresent(present -> param(name, present));
    return this;
  }

  AttributeWriter norm(String name, BatchNormParams bn) {
    return put(name, new AttributeValue.Norm(bn));
  }

  AttributeWriter integer(String name, int value) {
    return put(name, new AttributeValue.Num(value));
  }

  AttributeWriter integer(String name, int value, int byDefault) {
    return value == byDefault ? this : integer(name, value);
  }

  AttributeWriter number(String name, double value, double byDefault) {
    return value == byDefault ? this : put(name, new AttributeValue.Num(value));
  }

  AttributeWriter bool(String name, boolean value, boolean byDefault) {
    return value == byDefault ? this : put(name, new AttributeValue.Bool(value));
  }

  AttributeWriter numbers(String name, List<Double> values) {
    return values.isEmpty() ? this : put(name, items(values));
  }

  AttributeWriter strings(String name, List<String> values) {
    List<AttributeValue> texts =
        values.stream().<AttributeValue>map(AttributeValue.Text::new).toList();
    return values.isEmpty() ? this : put(name, new AttributeValue.Items(texts));
  }

  AttributeWriter number(String name, double value) {
    return put(name, new AttributeValue.Num(value));
  }

  AttributeWriter anyPadding(Padding padding) {
    return put("padding", padding(padding));
  }

  AttributeWriter window(Window window) {
    put("kernel", sides(window.kernelHeight(), window.kernelWidth()));
    if (window.strideHeight() != 1 || window.strideWidth() != 1) {
      put("stride", sides(window.strideHeight(), window.strideWidth()));
    }
    if (!window.padding().equals(Padding.NONE)) {
      put("padding", padding(window.padding()));
    }
    if (window.dilationHeight() != 1 || window.dilationWidth() != 1) {
      put("dilation", sides(window.dilationHeight(), window.dilationWidth()));
    }
    return this;
  }

  AttributeWriter activation(Activation activation) {
    if (activation.equals(Activation.NONE)) {
      return this;
    }
    if (activation.equals(Activation.RELU)) {
      return put("relu", new AttributeValue.Bool(true));
    }
    return put("clamp", items(List.of(activation.low(), activation.high())));
  }

  private static AttributeValue padding(Padding p) {
    return p.top() == p.bottom() && p.left() == p.right()
        ? sides(p.top(), p.left())
        : integers(p.top(), p.left(), p.bottom(), p.right());
  }

  private static AttributeValue sides(int height, int width) {
    return height == width ? new AttributeValue.Num(height) : integers(height, width);
  }

  private static AttributeValue integers(Integer... values) {
    return items(Arrays.asList(values));
  }

  private static AttributeValue items(List<? extends Number> values) {
    return new AttributeValue.Items(
        values.stream()
            .<AttributeValue>map(value -> new AttributeValue.Num(value.doubleValue()))
            .toList());
  }

  private AttributeWriter put(String name, AttributeValue value) {
    attributes.put(name, value);
    return this;
  }
}
