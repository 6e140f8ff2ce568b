package io.resnetc.syntax;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.SourceFile;
import io.resnetc.grammar.ResnetLexer;
import io.resnetc.grammar.ResnetParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/** Reads a source file into its syntax tree. */
public final class Parser {
  /** Words of the language that are names as well. */
  private static final Set<String> NAME_WORDS = Set.of("input", "x");

  private Parser() {}

  /** Parses a whole file; empty when errors were reported. */
  public static Optional<Ast.SourceUnit> parse(SourceFile file, DiagnosticLog log) {
    return parse(file, log, ResnetParser::unit, AstBuilder::unit);
  }

  /** Parses a single expression, as {@code --define} takes; empty when errors were reported. */
  public static Optional<Expr> parseExpression(SourceFile file, DiagnosticLog log) {
    return parse(
        file,
        log,
        ResnetParser::onlyExpression,
        (builder, tree) -> builder.expression(tree.expression()));
  }

  private static <C extends ParserRuleContext, T> Optional<T> parse(
      SourceFile file,
      DiagnosticLog log,
      Function<ResnetParser, C> rule,
      BiFunction<AstBuilder, C, T> build) {
    // The log may hold errors of other files.
    int before = log.count();
    ResnetLexer lexer = new ResnetLexer(CharStreams.fromString(file.text(), file.path()));
    lexer.removeErrorListeners();
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    tokens.fill();
    markBrackets(tokens.getTokens());
    TokenCheck check = new TokenCheck(file, log);
    if (!check.check(tokens.getTokens())) {
      return Optional.empty();
    }
    ResnetParser parser = new ResnetParser(tokens);
    parser.removeErrorListeners();
    parser.addErrorListener(new SyntaxErrors(file, log, check));
    parser.setErrorHandler(new Recovery());
    parser.addParseListener(new DepthLimit());
    try {
      C tree = rule.apply(parser);
      if (log.count() > before) {
        return Optional.empty();
      }
      T built = build.apply(new AstBuilder(file, log), tree);
      return log.count() > before ? Optional.empty() : Optional.of(built);
    } catch (DepthLimit.Exceeded e) {
      log.error(ErrorKind.TOO_DEEP, new Spans(file).of(e.token()));
      return Optional.empty();
    }
  }

  /** Tells brackets that open arguments or an index from those that group and list. */
  private static void markBrackets(List<Token> tokens) {
    Token before = null;
    for (Token token : tokens) {
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        continue;
      }
      if (token.getText().equals("(") && isName(before) && before.getLine() == token.getLine()) {
        ((WritableToken) token).setType(ResnetParser.OPEN_ARGUMENTS);
      } else if (token.getText().equals("[") && isIndexable(before) && touches(before, token)) {
        ((WritableToken) token).setType(ResnetParser.OPEN_INDEX);
      }
      before = token;
    }
  }

  private static boolean isIndexable(Token token) {
    return isName(token) || token != null && ")]".contains(token.getText());
  }

  private static boolean touches(Token before, Token token) {
    return before.getStopIndex() + 1 == token.getStartIndex();
  }

  private static boolean isName(Token token) {
    return token != null
        && (token.getType() == ResnetParser.ID || NAME_WORDS.contains(token.getText()));
  }
}
