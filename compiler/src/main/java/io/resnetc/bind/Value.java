package io.resnetc.bind;

import io.resnetc.ir.op.Shape;
import java.util.List;

/** What an expression is worth while a model is expanded. */
sealed interface Value {
  /** The value as a diagnostic speaks of it. */
  String describe();

  /** What all values of its kind are called. */
  String kind();

  /** A 32-bit integer. */
  record Int(int value) implements Value {
    @Override
    public String kind() {
      return "an integer";
    }

    @Override
    public String describe() {
      return Integer.toString(value);
    }
  }

  /** A number that is no integer. */
  record Real(double value) implements Value {
    @Override
    public String kind() {
      return "a number";
    }

    @Override
    public String describe() {
      return Double.toString(value);
    }
  }

  /** A truth value. */
  record Bool(boolean value) implements Value {
    @Override
    public String kind() {
      return "true or false";
    }

    @Override
    public String describe() {
      return Boolean.toString(value);
    }
  }

  /** A string. */
  record Text(String value) implements Value {
    @Override
    public String kind() {
      return "a string";
    }

    @Override
    public String describe() {
      return value.length() <= 40 ? '"' + value + '"' : "a long string";
    }
  }

  /** A list. */
  record ListOf(List<Value> elements) implements Value {
    public ListOf {
      elements = List.copyOf(elements);
    }

    @Override
    public String kind() {
      return "a list";
    }

    @Override
    public String describe() {
      return elements.size() <= 4
          ? elements.stream().map(ListOf::element).toList().toString()
          : "a list of " + elements.size();
    }

    /** Lists of lists of lists could be long. */
    private static String element(Value element) {
      return element instanceof ListOf ? "[...]" : element.describe();
    }
  }

  /** A value of the graph. */
  record Tensor(int id, Shape shape) implements Value {
    @Override
    public String kind() {
      return "a tensor";
    }

    @Override
    public String describe() {
      return "a tensor of " + shape;
    }
  }

  /** The value of an expression that was reported already. */
  record Unknown() implements Value {
    static final Unknown INSTANCE = new Unknown();

    @Override
    public String kind() {
      return "unknown";
    }

    @Override
    public String describe() {
      return "unknown";
    }
  }
}
