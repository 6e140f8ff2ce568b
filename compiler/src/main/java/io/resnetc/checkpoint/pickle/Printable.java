package io.resnetc.checkpoint.pickle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Text from a file, made fit for a terminal: no control characters, not endless. */
public final class Printable {
  private static final int LONGEST = 200;
  private static final int NAMED = 5;

  private Printable() {}

  /** {@code text} with all but letters, digits and the like escaped as in Java. */
  public static String of(String text) {
    String escaped =
        text.codePoints().limit(LONGEST).mapToObj(Printable::escaped).collect(Collectors.joining());
    return text.codePointCount(0, text.length()) > LONGEST ? escaped + "..." : escaped;
  }

  /** A note that some of a file's contents were left out because they are no {@code what}. */
  public static Optional<String> skipped(List<String> names, String what) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String first = names.stream().limit(NAMED).map(Printable::of).collect(Collectors.joining(", "));
    return Optional.of(
        "skipped %d that %s: %s%s"
            .formatted(
                names.size(),
                names.size() == 1 ? "is no " + what : "are no " + what + "s",
                first,
                names.size() > NAMED ? ", ..." : ""));
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
