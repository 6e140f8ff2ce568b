package io.resnetc.syntax;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.Nearest;
import io.resnetc.diag.Note;
import io.resnetc.diag.SourceFile;
import io.resnetc.diag.Span;
import io.resnetc.grammar.ResnetParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;

/** Says in our own words what the parser did not understand. */
final class SyntaxErrors extends BaseErrorListener {
  private static final List<String> KEYWORDS = List.of("block", "model", "import");
  private static final Set<String> INFIX =
      Set.of("+", "-", "*", "/", "%", "<", "<=", ">", ">=", "==", "!=", "and", "or");

  private static final Set<String> STEPS = Set.of("for", "sequence");

  private final SourceFile file;
  private final DiagnosticLog log;
  private final TokenCheck brackets;

  SyntaxErrors(SourceFile file, DiagnosticLog log, TokenCheck brackets) {
    this.file = file;
    this.log = log;
    this.brackets = brackets;
  }

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      Object offendingSymbol,
      int line,
      int column,
      String antlrsWords,
      RecognitionException cause) {
    Parser parser = (Parser) recognizer;
    Token token = (Token) offendingSymbol;
    Span span = new Spans(file).of(token);
    Expected expected = Expected.of(parser, cause);
    if (token.getType() == Token.EOF) {
      if (!brackets.reportUnfinished()) {
        log.error(ErrorKind.UNFINISHED_FILE, span, "expected " + expected);
      }
    } else if (!expected.expression() && INFIX.contains(token.getText())) {
      log.error(ErrorKind.OPERATOR_AFTER_CHAIN, span, token.getText());
    } else if (STEPS.contains(token.getText())) {
      log.error(ErrorKind.STEP_WITHOUT_INPUT, span, token.getText());
    } else if (body(parser).isPresent() && body(parser).get().result() != null) {
      afterResult(parser, body(parser).get(), token);
    } else {
      log.suggest(ErrorKind.SYNTAX, span, keyword(parser), List.of(), expected, found(token));
    }
  }

  /** The body of a block or model that should have been closed here. */
  private static Optional<ResnetParser.BodyContext> body(Parser parser) {
    return parser.getContext() instanceof ResnetParser.BlockContext block
        ? Optional.ofNullable(block.body())
        : parser.getContext() instanceof ResnetParser.ModelContext model
            ? Optional.ofNullable(model.body())
            : Optional.empty();
  }

  /**
   * Something follows what reads as the result. Mostly that is no result: an arrow was forgotten in
   * the line before, so that its end stands for itself, or "return" was misspelt.
   */
  private void afterResult(Parser parser, ResnetParser.BodyContext body, Token token) {
    Spans spans = new Spans(file);
    Token start = body.result().getStart();
    boolean sameLine = before(parser, start).getLine() == start.getLine();
    if (sameLine && !body.assignment().isEmpty() && !start.getText().equals("return")) {
      log.error(ErrorKind.SYNTAX, spans.of(start), "'->' or a new line", found(start));
      return;
    }
    log.suggest(
        ErrorKind.SYNTAX,
        spans.of(token),
        Nearest.to(start.getText(), List.of("return"))
            .filter(word -> !word.equals(start.getText())),
        List.of(Note.at(spans.of(start), "the result begins here")),
        "'}' after the result",
        found(token));
  }

  private static Token before(Parser parser, Token token) {
    int index = token.getTokenIndex() - 1;
    while (parser.getTokenStream().get(index).getChannel() != Token.DEFAULT_CHANNEL) {
      index--;
    }
    return parser.getTokenStream().get(index);
  }

  /** A misspelt keyword at the top of a file reads as the name of a constant. */
  private static Optional<String> keyword(Parser parser) {
    return parser.getContext().getRuleIndex() == ResnetParser.RULE_constant
        ? Nearest.to(parser.getContext().getStart().getText(), KEYWORDS)
        : Optional.empty();
  }

  private static String found(Token token) {
    String text = token.getText();
    return "'" + (text.length() <= 40 ? text : text.substring(0, 37) + "...") + "'";
  }
}
