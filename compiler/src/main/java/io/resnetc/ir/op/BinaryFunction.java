package io.resnetc.ir.op;

/** The functions of two numbers that {@link Binary} applies. Addition is {@link Add}. */
public enum BinaryFunction {
  MULTIPLY("multiply") {
    @Override
    public double apply(double a, double b) {
      return a * b;
    }
  },

  SUBTRACT("subtract") {
    @Override
    public double apply(double a, double b) {
      return a - b;
    }
  },

  DIVIDE("divide") {
    @Override
    public double apply(double a, double b) {
      return a / b;
    }
  };

  private final String text;

  BinaryFunction(String text) {
    this.text = text;
  }

  /** The function's name in the IR. */
  public String text() {
    return text;
  }

  public abstract double apply(double a, double b);
}
