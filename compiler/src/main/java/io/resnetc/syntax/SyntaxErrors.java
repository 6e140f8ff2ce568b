package io.resnetc.syntax;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.SourceFile;
import io.resnetc.diag.Span;
import io.resnetc.grammar.ResnetParser;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;

/** Says in our own words what the parser did not understand, at most once a line. */
final class SyntaxErrors extends BaseErrorListener {
  private final SourceFile file;
  private final DiagnosticLog log;
  private int lastLine;

  SyntaxErrors(SourceFile file, DiagnosticLog log) {
    this.file = file;
    this.log = log;
  }

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      Object offendingSymbol,
      int line,
      int column,
      String antlrsWords,
      RecognitionException cause) {
    if (line == lastLine) {
      // Mostly a consequence of the first.
      return;
    }
    lastLine = line;
    Token token = (Token) offendingSymbol;
    Span span = new Spans(file).of(token);
    boolean end = token.getType() == Token.EOF;
    if (cause instanceof NoViableAltException) {
      // Several rules went on to this token and none accepts it: there is no one expectation.
      if (end) {
        log.error(ErrorKind.UNFINISHED_FILE, span, "something is missing here");
      } else {
        log.error(ErrorKind.UNEXPECTED, span, found(token));
      }
      return;
    }
    Parser parser = (Parser) recognizer;
    String expected =
        Expected.text(
            cause == null ? parser.getExpectedTokens() : cause.getExpectedTokens(),
            ResnetParser.VOCABULARY);
    if (end) {
      log.error(ErrorKind.UNFINISHED_FILE, span, "expected " + expected);
    } else {
      log.error(ErrorKind.SYNTAX, span, expected, found(token));
    }
  }

  private static String found(Token token) {
    String text = token.getText();
    return "'" + (text.length() <= 40 ? text : text.substring(0, 37) + "...") + "'";
  }
}
