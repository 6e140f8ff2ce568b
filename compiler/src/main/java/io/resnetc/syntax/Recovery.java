package io.resnetc.syntax;

import io.resnetc.grammar.ResnetParser;
import java.util.function.IntPredicate;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * After a syntax error goes on with the next statement, or with the next declaration where the
 * error is outside any. ANTLR's own strategy repairs single tokens, and then complains about what
 * it repaired.
 */
final class Recovery extends DefaultErrorStrategy {
  @Override
  public void recover(Parser parser, RecognitionException e) {
    ParserRuleContext ctx = parser.getContext();
    TokenStream tokens = parser.getInputStream();
    switch (ctx.getRuleIndex()) {
      case ResnetParser.RULE_assignment, ResnetParser.RULE_inputDecl ->
          skip(parser, ctx, depth -> depth == 0 && startsStatement(tokens));
      case ResnetParser.RULE_result -> skip(parser, ctx, depth -> startsDeclaration(tokens));
      case ResnetParser.RULE_declaration ->
          skip(
              parser,
              ctx,
              depth -> startsDeclaration(tokens) || depth == 0 && followsDeclaration(tokens));
      default -> {
        // Whoever called this rule knows where to go on; nobody called the first.
        if (ctx.getParent() != null) {
          throw e;
        }
      }
    }
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new InputMismatchException(parser);
  }

  @Override
  public void sync(Parser parser) {}

  /** Skips tokens up to one where {@code stop} holds of the number of brackets open before it. */
  private static void skip(Parser parser, ParserRuleContext ctx, IntPredicate stop) {
    TokenStream tokens = parser.getInputStream();
    Brackets brackets = new Brackets();
    for (int i = ctx.getStart().getTokenIndex(); i < tokens.index(); i++) {
      brackets.next(tokens.get(i));
    }
    if (tokens.index() == ctx.getStart().getTokenIndex()) {
      // Always a step forward, or a loop of rules would come here for ever.
      brackets.next(tokens.LT(1));
      parser.consume();
    }
    while (tokens.LA(1) != Token.EOF && !stop.test(brackets.depth())) {
      if (!brackets.next(tokens.LT(1)) && tokens.LT(1).getText().equals("}")) {
        // The end of the body that the statement is in.
        return;
      }
      parser.consume();
    }
  }

  private static boolean startsStatement(TokenStream tokens) {
    String next = tokens.LT(2).getText();
    boolean statement = next.equals("=") || next.equals("->");
    return startsLine(tokens) && statement
        || tokens.LT(1).getText().equals("return")
        || startsDeclaration(tokens);
  }

  private static boolean startsDeclaration(TokenStream tokens) {
    return switch (tokens.LT(1).getText()) {
      case "block", "model", "import" -> startsLine(tokens);
      default -> false;
    };
  }

  private static boolean followsDeclaration(TokenStream tokens) {
    return startsLine(tokens) && tokens.LT(-1) != null && tokens.LT(-1).getText().equals("}");
  }

  private static boolean startsLine(TokenStream tokens) {
    Token before = tokens.LT(-1);
    return before == null || before.getLine() < tokens.LT(1).getLine();
  }
}
