package io.resnetc.ir.text;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Doubles as the shortest decimals that read back to the same bits, in the manner of Python's
 * {@code repr}: {@code 0.5}, {@code 1e-05}, {@code inf}; integers have no point.
 *
 * <p>{@link Double#toString(double)} is not used because JDK 19 changed it: the same graph must
 * print to the same text on every JDK.
 */
public final class Decimals {
  private static final int ENOUGH_DIGITS = 17;

  private Decimals() {}

  /** The text of {@code x}. */
  public static String format(double x) {
    if (Double.isNaN(x)) {
      return "nan";
    }
    if (Double.isInfinite(x)) {
      return x > 0 ? "inf" : "-inf";
    }
    if (x == 0) {
      return 1 / x > 0 ? "0" : "-0";
    }
    BigDecimal decimal = shortest(x).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    return exponent < -4 || exponent >= 16
        ? scientific(decimal, exponent)
        : decimal.toPlainString();
  }

  /** The inverse of {@link #format}. */
  static double parse(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static BigDecimal shortest(double x) {
    BigDecimal exact = new BigDecimal(x);
    for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == x) {
        return rounded;
      }
    }
    return exact.round(new MathContext(ENOUGH_DIGITS));
  }

  private static String scientific(BigDecimal decimal, int exponent) {
    String mantissa = decimal.scaleByPowerOfTen(-exponent).toPlainString();
    return "%se%s%02d".formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
