package io.resnetc.source;

import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.Window;
import java.util.ArrayList;
import java.util.List;

/** A call in the making: the operator's name, then its arguments. */
final class Call {
  private final String name;
  private final List<String> arguments = new ArrayList<>();

  Call(String name) {
    this.name = name;
  }

  /** An argument by its place. */
  Call with(Object value) {
    arguments.add(value instanceof Double number ? Numbers.text(number) : value.toString());
    return this;
  }

  /** An argument by name. */
  Call with(String name, Object value) {
    return with(name + " = " + (value instanceof Double d ? Numbers.text(d) : value));
  }

  /** An argument by name, unless it is the default. */
  Call unless(String name, Object value, Object byDefault) {
    return value.equals(byDefault) ? this : with(name, value);
  }

  /** A window; a pool's stride is by default its kernel. */
  Call window(Window window, boolean pool) {
    String kernel = Numbers.pair(window.kernelHeight(), window.kernelWidth());
    String stride = Numbers.pair(window.strideHeight(), window.strideWidth());
    return with(kernel)
        .unless("stride", stride, pool ? kernel : "1")
        .unless("padding", Numbers.padding(window.padding()), Numbers.padding(Padding.NONE))
        .unless("dilation", Numbers.pair(window.dilationHeight(), window.dilationWidth()), "1");
  }

  @Override
  public String toString() {
    return arguments.isEmpty() ? name : name + "(" + String.join(", ", arguments) + ")";
  }
}
