package io.resnetc.ir.text;

import java.util.regex.Pattern;

/** How names and strings are written: names as they are where the parser can tell their end. */
final class Names {
  private static final Pattern BARE_NAME = Pattern.compile("[A-Za-z0-9_.]+");
  private static final Pattern BARE_FILE = Pattern.compile("(?!//)[A-Za-z0-9_./+-]+");

  private Names() {}

  /** Whether {@code c} can be part of a bare name. */
  static boolean isNameCharacter(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '.';
  }

  /** Whether {@code c} can be part of a bare file path. */
  static boolean isFileCharacter(char c) {
    return isNameCharacter(c) || c == '/' || c == '+' || c == '-';
  }

  static String name(String name) {
    return BARE_NAME.matcher(name).matches() ? name : quote(name);
  }

  static String file(String path) {
    return BARE_FILE.matcher(path).matches() ? path : quote(path);
  }

  /** The string in double quotes, with JSON's escapes. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c < ' ' ? "\\u%04x".formatted((int) c) : c);
      }
    }
    return out.append('"').toString();
  }
}
