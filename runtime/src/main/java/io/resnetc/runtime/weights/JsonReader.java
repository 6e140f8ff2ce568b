package io.resnetc.runtime.weights;

/**
 * Reads the part of JSON that a safetensors header consists of (objects, arrays, strings, whole
 * numbers), strictly as in RFC 8259. The caller says what must come next; anything else is a {@link
 * Malformed}. Headers are read before anything is compiled, hence no calls for a character, and no
 * callbacks.
 */
final class JsonReader {
  private static final String END = "the end of the header";

  private final char[] text;
  private int at;

  JsonReader(String text) {
    this.text = text.toCharArray();
  }

  /** Text that is not the JSON that was asked for. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  /**
   * Enters an object and reads its first key, whose value the caller reads; null if it has none.
   */
  String firstKey() {
    expect('{');
    return accept('}') ? null : key();
  }

  /** Reads the next key of an object, or its end: null. */
  String nextKey() {
    if (accept(',')) {
      return key();
    }
    expect('}');
    return null;
  }

  private String key() {
    String key = string();
    expect(':');
    return key;
  }

  /** Enters an array; whether there is an element, which the caller reads. */
  boolean hasFirst() {
    expect('[');
    return !accept(']');
  }

  /** Whether an array has another element; else reads its end. */
  boolean hasNext() {
    if (accept(',')) {
      return true;
    }
    expect(']');
    return false;
  }

  /** Reads a whole number that is not negative. */
  long number() {
    skipSpace();
    int start = at;
    while (at < text.length && isDigit(text[at])) {
      at++;
    }
    String digits = new String(text, start, at - start);
    boolean leadingZero = digits.length() > 1 && digits.startsWith("0");
    if (digits.isEmpty() || leadingZero || at < text.length && "eE.".indexOf(text[at]) >= 0) {
      at = start;
      throw unexpected("a whole number");
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new Malformed("the number " + digits + " is too large");
    }
  }

  /** Reads a string. */
  String string() {
    expect('"');
    int start = at;
    while (at < text.length && text[at] != '"' && text[at] != '\\' && text[at] >= ' ') {
      at++;
    }
    if (at < text.length && text[at] == '"') {
      return new String(text, start, at++ - start);
    }
    return stringFrom(start);
  }

  /** Reads a string that has escapes, from behind its quote. */
  private String stringFrom(int start) {
    at = start;
    StringBuilder result = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '"') {
        return result.toString();
      }
      if (c < ' ') {
        throw new Malformed("a control character in a string at character " + (at - 1));
      }
      result.append(c == '\\' ? escape() : c);
    }
  }

  /** Requires that nothing but white space is left. */
  void end() {
    skipSpace();
    if (at < text.length) {
      throw unexpected(END);
    }
  }

  private char escape() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) (hexDigit() << 12 | hexDigit() << 8 | hexDigit() << 4 | hexDigit());
      default -> throw new Malformed("an unknown escape \\%c at character %d".formatted(c, at - 2));
    };
  }

  private int hexDigit() {
    char c = next();
    int digit = c < 128 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      at--;
      throw unexpected("a hexadecimal digit");
    }
    return digit;
  }

  private char next() {
    if (at == text.length) {
      throw unexpected("the end of a string");
    }
    return text[at++];
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw unexpected("'" + c + "'");
    }
  }

  private boolean accept(char c) {
    skipSpace();
    boolean there = at < text.length && text[at] == c;
    if (there) {
      at++;
    }
    return there;
  }

  private void skipSpace() {
    while (at < text.length && text[at] <= ' ' && " \t\n\r".indexOf(text[at]) >= 0) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Malformed unexpected(String wanted) {
    String found = at < text.length ? "'" + text[at] + "'" : END;
    return new Malformed("expected %s at character %d, found %s".formatted(wanted, at, found));
  }
}
