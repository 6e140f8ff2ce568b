package io.resnetc.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.Token;

/** The brackets that are open at a point of the text. */
final class Brackets {
  private final Deque<Token> open = new ArrayDeque<>();

  /**
   * Goes past a token. A closing bracket closes the innermost of its own kind, and all that was
   * left open inside. False when there is none, so that it closes something from before.
   */
  boolean next(Token token) {
    switch (token.getText()) {
      case "(", "[", "{" -> open.push(token);
      case ")", "]", "}" -> {
        return close(token);
      }
      default -> {}
    }
    return true;
  }

  int depth() {
    return open.size();
  }

  /** The bracket that was opened last. */
  Token innermost() {
    return open.getFirst();
  }

  private boolean close(Token token) {
    boolean known = open.stream().anyMatch(opening -> pair(opening, token));
    while (known && !pair(open.pop(), token)) {
      // What was forgotten inside.
    }
    return known;
  }

  private static boolean pair(Token opening, Token closing) {
    return "([{".indexOf(opening.getText()) == ")]}".indexOf(closing.getText());
  }
}
