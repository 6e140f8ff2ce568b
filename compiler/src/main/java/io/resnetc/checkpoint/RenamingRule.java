package io.resnetc.checkpoint;

import io.resnetc.runtime.weights.WeightsException;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * {@code old=new}: names of one form in the form of another. In the old form {@code *} stands for
 * any text within a segment of the name (between dots) and {@code **} for any text at all; in the
 * new form they stand for what was found, in the same order.
 */
final class RenamingRule {
  private final String text;
  private final NamePattern from;
  private final String to;

  private RenamingRule(String text, NamePattern from, String to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /**
   * Reads a rule.
   *
   * @throws WeightsException when it is none
   */
  static RenamingRule parse(String text) {
    String[] sides = text.split("=", -1);
    if (sides.length != 2 || sides[0].isEmpty() || sides[1].isEmpty()) {
      throw new WeightsException("'%s' is no renaming rule old=new".formatted(text));
    }
    if (wildcards(sides[1]) > wildcards(sides[0])) {
      throw new WeightsException(
          "'%s': the new name has more wildcards than the old one".formatted(text));
    }
    return new RenamingRule(text, new NamePattern(sides[0]), sides[1]);
  }

  /** The new name of what has a name of the old form. */
  Optional<String> apply(String name) {
    return from.match(name)
        .map(
            found -> {
              int[] group = {0};
              return NamePattern.WILDCARD
                  .matcher(to)
                  .replaceAll(wildcard -> Matcher.quoteReplacement(found.group(++group[0])));
            });
  }

  private static long wildcards(String side) {
    return NamePattern.WILDCARD.matcher(side).results().count();
  }

  @Override
  public String toString() {
    return text;
  }
}
