package io.resnetc.ir.text;

import java.util.function.IntPredicate;

/** A position in a text that only moves forward; every read skips blanks and comments first. */
final class Cursor {
  private final String text;
  private int position;

  Cursor(String text) {
    this.text = text;
  }

  /** The position of the next token. */
  int mark() {
    skipBlanks();
    return position;
  }

  IrSyntaxException error(int mark, String message) {
    int line = 1 + (int) text.substring(0, mark).chars().filter(c -> c == '\n').count();
    return new IrSyntaxException(line, mark - text.lastIndexOf('\n', mark - 1), message);
  }

  /** An error at the next token, which is not what the grammar wants. */
  IrSyntaxException expected(String what) {
    int mark = mark();
    String found = mark == text.length() ? "the end of the text" : "'" + text.charAt(mark) + "'";
    return error(mark, "expected %s, found %s".formatted(what, found));
  }

  /** Whether the next token begins with {@code token}. */
  boolean sees(String token) {
    return text.startsWith(token, mark());
  }

  /** Whether the next name is {@code word}. */
  boolean seesWord(String word) {
    int end = mark() + word.length();
    return sees(word) && !(end < text.length() && Names.isNameCharacter(text.charAt(end)));
  }

  /** Whether the next name is {@code word}, with a blank behind it. */
  boolean seesKeyword(String word) {
    int end = mark() + word.length();
    return sees(word) && end < text.length() && Character.isWhitespace(text.charAt(end));
  }

  boolean seesEnd() {
    return mark() == text.length();
  }

  boolean seesName() {
    return mark() < text.length() && Names.isNameCharacter(text.charAt(position));
  }

  boolean seesNumber() {
    return mark() < text.length() && "-0123456789".indexOf(text.charAt(position)) >= 0;
  }

  /** Reads {@code token} if it is next. */
  boolean accept(String token) {
    boolean seen = sees(token);
    position += seen ? token.length() : 0;
    return seen;
  }

  /** Reads {@code word} if it is the next name. */
  boolean acceptWord(String word) {
    return seesWord(word) && accept(word);
  }

  void expect(String token) {
    if (!accept(token)) {
      throw expected("'" + token + "'");
    }
  }

  /** Reads a name, bare or quoted. */
  String name() {
    return sees("\"") ? string() : word();
  }

  /** Reads a bare name. */
  String word() {
    return run("a name", c -> Names.isNameCharacter((char) c));
  }

  /** Reads a file's path, bare or quoted. */
  String file() {
    return sees("\"") ? string() : run("a file", c -> Names.isFileCharacter((char) c));
  }

  int integer() {
    int mark = mark();
    String digits = run("an integer", c -> c >= '0' && c <= '9');
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw error(mark, digits + " is not a 32-bit integer");
    }
  }

  double number() {
    int mark = mark();
    String digits = run("a number", c -> Names.isNameCharacter((char) c) || c == '-' || c == '+');
    try {
      return Decimals.parse(digits);
    } catch (NumberFormatException e) {
      throw error(mark, "'" + digits + "' is not a number");
    }
  }

  /** Reads a string in double quotes. */
  String string() {
    int mark = mark();
    expect("\"");
    StringBuilder out = new StringBuilder();
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c == '"') {
        return out.toString();
      }
      out.append(c == '\\' ? escape(mark) : c);
    }
    throw error(mark, "the string does not end");
  }

  private char escape(int string) {
    char c = position < text.length() ? text.charAt(position++) : 0;
    switch (c) {
      case '"', '\\':
        return c;
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        return hexadecimal(string);
      default:
        throw error(string, "the string has an unknown escape");
    }
  }

  private char hexadecimal(int string) {
    int end = Math.min(position + 4, text.length());
    try {
      char c = (char) Integer.parseUnsignedInt(text.substring(position, end), 16);
      position = end;
      return c;
    } catch (NumberFormatException e) {
      throw error(string, "the string has an unknown escape");
    }
  }

  private String run(String what, IntPredicate part) {
    int start = mark();
    while (position < text.length() && part.test(text.charAt(position))) {
      position++;
    }
    if (position == start) {
      throw expected(what);
    }
    return text.substring(start, position);
  }

  private void skipBlanks() {
    while (position < text.length()) {
      if (text.startsWith("//", position)) {
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end;
      } else if (Character.isWhitespace(text.charAt(position))) {
        position++;
      } else {
        return;
      }
    }
  }
}
