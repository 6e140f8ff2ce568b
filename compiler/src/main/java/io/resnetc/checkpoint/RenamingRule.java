package io.resnetc.checkpoint;

import io.resnetc.runtime.weights.WeightsException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code old=new}: names of one form in the form of another. In the old form {@code *} stands for
 * any text within a segment of the name (between dots) and {@code **} for any text at all; in the
 * new form they stand for what was found, in the same order.
 */
final class RenamingRule {
  private static final Pattern WILDCARD = Pattern.compile("\\*\\*?");
  private static final String WITHIN_SEGMENT = "([^.]+)";
  private static final String ANYTHING = "(.*)";

  private final String text;
  private final Pattern from;
  private final String to;

  private RenamingRule(String text, Pattern from, String to) {
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
    return new RenamingRule(text, pattern(sides[0]), sides[1]);
  }

  /** The new name of what has a name of the old form. */
  Optional<String> apply(String name) {
    Matcher matcher = from.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    MatchResult found = matcher.toMatchResult();
    int[] group = {0};
    return Optional.of(
        WILDCARD
            .matcher(to)
            .replaceAll(wildcard -> Matcher.quoteReplacement(found.group(++group[0]))));
  }

  private static long wildcards(String side) {
    return WILDCARD.matcher(side).results().count();
  }

  private static Pattern pattern(String old) {
    StringBuilder regex = new StringBuilder();
    int literal = 0;
    Matcher wildcard = WILDCARD.matcher(old);
    while (wildcard.find()) {
      regex.append(Pattern.quote(old.substring(literal, wildcard.start())));
      regex.append(wildcard.group().length() == 1 ? WITHIN_SEGMENT : ANYTHING);
      literal = wildcard.end();
    }
    return Pattern.compile(regex + Pattern.quote(old.substring(literal)));
  }

  @Override
  public String toString() {
    return text;
  }
}
