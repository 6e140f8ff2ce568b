package io.resnetc.diag;

import java.util.stream.Collectors;

/**
 * Text from a file that is not trusted, made fit for a terminal: nothing invisible, not endless.
 */
public final class Printable {
  private static final int LONGEST = 200;

  private Printable() {}

  /** The first 200 characters of {@code text}, those that cannot be seen as {@code \\u{1b}}. */
  public static String of(String text) {
    String escaped =
        text.codePoints().limit(LONGEST).mapToObj(Printable::escaped).collect(Collectors.joining());
    return text.codePointCount(0, text.length()) > LONGEST ? escaped + "..." : escaped;
  }

  private static String escaped(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          "\\u{%x}".formatted(codePoint);
      default -> Character.toString(codePoint);
    };
  }
}
