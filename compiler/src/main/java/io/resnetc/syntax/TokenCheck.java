package io.resnetc.syntax;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.Note;
import io.resnetc.diag.SourceFile;
import io.resnetc.diag.Span;
import io.resnetc.grammar.ResnetLexer;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * What is wrong with a file's tokens before any grammar is asked: characters that belong to none,
 * open strings and comments, and brackets that are nested too deeply. Remembers the brackets that
 * the end of the file leaves open.
 */
final class TokenCheck {
  /** Deep enough for any network, and shallow enough for a recursive parser. */
  private static final int DEEPEST = 64;

  private final Spans spans;
  private final DiagnosticLog log;
  private final Brackets brackets = new Brackets();
  private boolean sound = true;
  private boolean complete = true;

  TokenCheck(SourceFile file, DiagnosticLog log) {
    this.spans = new Spans(file);
    this.log = log;
  }

  /** Reports what is wrong; false when there is no sense in parsing. */
  boolean check(List<Token> tokens) {
    for (int i = 0; i < tokens.size() && sound; i++) {
      Token token = tokens.get(i);
      switch (token.getType()) {
        case ResnetLexer.BAD_CHARACTER -> i = badCharacters(tokens, i);
        case ResnetLexer.UNTERMINATED_STRING -> {
          // It mostly swallows a bracket: what follows makes no sense to a parser.
          log.error(ErrorKind.UNTERMINATED_STRING, spans.of(token));
          complete = false;
        }
        case ResnetLexer.UNTERMINATED_COMMENT -> {
          Span opening = spans.of(token);
          log.error(
              ErrorKind.UNTERMINATED_COMMENT,
              new Span(opening.file(), opening.start(), opening.start() + 2));
          return false;
        }
        default -> bracket(token);
      }
    }
    return sound && complete;
  }

  /** Reports a run of characters that are no tokens once, and returns the index of its last. */
  private int badCharacters(List<Token> tokens, int first) {
    int last = first;
    while (tokens.get(last + 1).getType() == ResnetLexer.BAD_CHARACTER) {
      last++;
    }
    Span span = spans.of(tokens.get(first)).to(spans.of(tokens.get(last)));
    log.error(ErrorKind.BAD_CHARACTER, span, describe(tokens.get(first).getText()));
    return last;
  }

  private static String describe(String character) {
    int codePoint = character.codePointAt(0);
    boolean visible =
        !Character.isISOControl(codePoint)
            && !Character.isWhitespace(codePoint)
            && Character.getType(codePoint) != Character.FORMAT
            && Character.getType(codePoint) != Character.SURROGATE;
    String number = "U+%04X".formatted(codePoint);
    return visible ? "character '" + character + "' (" + number + ")" : "character " + number;
  }

  private void bracket(Token token) {
    brackets.next(token);
    if (brackets.depth() > DEEPEST) {
      log.error(ErrorKind.TOO_DEEP, spans.of(token));
      sound = false;
    }
  }

  /** Reports the innermost bracket that is open at the end of the file; false if none is. */
  boolean reportUnfinished() {
    if (brackets.depth() == 0) {
      return false;
    }
    Token innermost = brackets.innermost();
    String bracket = innermost.getText();
    int end = spans.file().length();
    log.error(
        ErrorKind.UNFINISHED_FILE,
        spans.file().span(end, end),
        List.of(Note.at(spans.of(innermost), "'" + bracket + "' was opened here")),
        "'" + bracket + "' is never closed");
    return true;
  }
}
