package io.resnetc.bind;

import io.resnetc.diag.ErrorKind;
import io.resnetc.syntax.BinaryOp;

/**
 * Arithmetic on numbers, comparisons, and sums of lists. Integers have 32 bits and are exact: what
 * does not fit is an error, and a quotient that is no integer is a real number.
 */
final class Arithmetic {
  private Arithmetic() {}

  static Value binary(BinaryOp op, Value left, Value right) throws TypeException {
    if (op == BinaryOp.EQUAL || op == BinaryOp.NOT_EQUAL) {
      return new Value.Bool(equal(left, right) == (op == BinaryOp.EQUAL));
    }
    if (op == BinaryOp.ADD && left instanceof Value.ListOf && right instanceof Value.ListOf) {
      return Lists.joined((Value.ListOf) left, (Value.ListOf) right);
    }
    String what = "an operand of '" + op.symbol() + "'";
    double a = number(left, what);
    double b = number(right, what);
    return switch (op) {
      case LESS -> new Value.Bool(a < b);
      case LESS_OR_EQUAL -> new Value.Bool(a <= b);
      case GREATER -> new Value.Bool(a > b);
      case GREATER_OR_EQUAL -> new Value.Bool(a >= b);
      default ->
          left instanceof Value.Int x && right instanceof Value.Int y
              ? integers(op, x.value(), y.value())
              : real(reals(op, a, b), op.symbol());
    };
  }

  static Value negate(Value operand) throws TypeException {
    double value = number(operand, "the operand of '-'");
    return operand instanceof Value.Int integer
        ? integer(-(long) integer.value(), "-(" + integer.value() + ")")
        : new Value.Real(-value);
  }

  static Value smaller(Value a, Value b) throws TypeException {
    return number(a, "an argument of 'min'") <= number(b, "an argument of 'min'") ? a : b;
  }

  static Value larger(Value a, Value b) throws TypeException {
    return number(a, "an argument of 'max'") >= number(b, "an argument of 'max'") ? a : b;
  }

  static Value floor(Value value) throws TypeException {
    double floor = Math.floor(number(value, "the argument of 'floor'"));
    return whole(floor, "floor(" + value.describe() + ")");
  }

  static Value ceil(Value value) throws TypeException {
    double ceil = Math.ceil(number(value, "the argument of 'ceil'"));
    return whole(ceil, "ceil(" + value.describe() + ")");
  }

  /** The nearest integer, and of two the even one: what Python's {@code round} does. */
  static Value round(Value value) throws TypeException {
    double nearest = Math.rint(number(value, "the argument of 'round'"));
    return whole(nearest, "round(" + value.describe() + ")");
  }

  /**
   * The multiple of a divisor that is nearest, but no less than one divisor and than 90 % of the
   * value: what the authors of MobileNet do with a scaled width.
   */
  static Value makeDivisible(Value value, Value divisor) throws TypeException {
    double wanted = number(value, "an argument of 'make_divisible'");
    double unit = number(divisor, "an argument of 'make_divisible'");
    if (unit == 0) {
      throw new TypeException(ErrorKind.DIVISION_BY_ZERO);
    }
    double nearest = Math.max(unit, Math.floor((wanted + unit / 2) / unit) * unit);
    double enough = nearest < 0.9 * wanted ? nearest + unit : nearest;
    String text = "make_divisible(%s, %s)".formatted(value.describe(), divisor.describe());
    return whole(enough, text);
  }

  private static Value whole(double value, String text) throws TypeException {
    if (Math.abs(value) > Integer.MAX_VALUE) {
      throw new TypeException(ErrorKind.INTEGER_OVERFLOW, text);
    }
    return new Value.Int((int) value);
  }

  static boolean bool(Value value, String what) throws TypeException {
    if (value instanceof Value.Bool bool) {
      return bool.value();
    }
    throw new TypeException(ErrorKind.WRONG_TYPE, what, "true or false", value.describe());
  }

  private static Value integers(BinaryOp op, int a, int b) throws TypeException {
    if (b == 0 && (op == BinaryOp.DIVIDE || op == BinaryOp.REMAINDER)) {
      throw new TypeException(ErrorKind.DIVISION_BY_ZERO);
    }
    String text = a + " " + op.symbol() + " " + b;
    return switch (op) {
      case ADD -> integer((long) a + b, text);
      case SUBTRACT -> integer((long) a - b, text);
      case MULTIPLY -> integer((long) a * b, text);
      case REMAINDER -> integer((long) a % b, text);
      default -> a % b == 0 ? integer((long) a / b, text) : new Value.Real((double) a / b);
    };
  }

  private static Value integer(long value, String text) throws TypeException {
    if (value != (int) value) {
      throw new TypeException(ErrorKind.INTEGER_OVERFLOW, text + " = " + value);
    }
    return new Value.Int((int) value);
  }

  private static double reals(BinaryOp op, double a, double b) throws TypeException {
    if (b == 0 && (op == BinaryOp.DIVIDE || op == BinaryOp.REMAINDER)) {
      throw new TypeException(ErrorKind.DIVISION_BY_ZERO);
    }
    return switch (op) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case REMAINDER -> a % b;
      default -> a / b;
    };
  }

  private static Value real(double value, String symbol) throws TypeException {
    if (!Double.isFinite(value)) {
      throw new TypeException(ErrorKind.NOT_FINITE, "the result of '" + symbol + "'");
    }
    return new Value.Real(value);
  }

  private static double number(Value value, String what) throws TypeException {
    if (value instanceof Value.Int integer) {
      return integer.value();
    }
    if (value instanceof Value.Real real) {
      return real.value();
    }
    throw new TypeException(ErrorKind.WRONG_TYPE, what, "a number", value.describe());
  }

  private static boolean equal(Value left, Value right) throws TypeException {
    // A table may have a word where other rows have a number.
    if (left instanceof Value.Text || right instanceof Value.Text) {
      return left.equals(right);
    }
    if (left instanceof Value.Bool) {
      return bool(left, "") == bool(right, "the right side of the comparison");
    }
    return number(left, "a side of the comparison") == number(right, "a side of the comparison");
  }
}
