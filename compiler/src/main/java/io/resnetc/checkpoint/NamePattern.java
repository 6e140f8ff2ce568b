package io.resnetc.checkpoint;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form of names: {@code *} stands for any text within a segment (between dots), {@code **} for
 * any text at all.
 */
final class NamePattern {
  static final Pattern WILDCARD = Pattern.compile("\\*\\*?");
  private static final String WITHIN_SEGMENT = "([^.]+)";
  private static final String ANYTHING = "(.*)";

  private final Pattern regex;

  NamePattern(String form) {
    StringBuilder text = new StringBuilder();
    int literal = 0;
    Matcher wildcard = WILDCARD.matcher(form);
    while (wildcard.find()) {
      text.append(Pattern.quote(form.substring(literal, wildcard.start())));
      text.append(wildcard.group().length() == 1 ? WITHIN_SEGMENT : ANYTHING);
      literal = wildcard.end();
    }
    regex = Pattern.compile(text + Pattern.quote(form.substring(literal)));
  }

  /** What the wildcards stand for in a name of this form: a group each. */
  Optional<MatchResult> match(String name) {
    Matcher matcher = regex.matcher(name);
    return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }
}
