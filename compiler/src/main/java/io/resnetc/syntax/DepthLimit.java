package io.resnetc.syntax;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Stops the parser before its recursion, and that of all who walk the tree later, could exhaust the
 * stack.
 */
final class DepthLimit implements ParseTreeListener {
  private static final int RULES = 400;

  private int depth;

  @Override
  public void enterEveryRule(ParserRuleContext ctx) {
    enter(ctx.getStart());
  }

  @Override
  public void exitEveryRule(ParserRuleContext ctx) {
    exit();
  }

  /** Goes a step deeper, to what begins at {@code token}. */
  void enter(Token token) {
    depth++;
    if (depth > RULES) {
      throw new Exceeded(token);
    }
  }

  void exit() {
    depth--;
  }

  @Override
  public void visitTerminal(TerminalNode node) {}

  @Override
  public void visitErrorNode(ErrorNode node) {}

  /** The text is nested too deeply at a token. */
  static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Token token;

    Exceeded(Token token) {
      super("nested too deeply", null, false, false);
      this.token = token;
    }

    Token token() {
      return token;
    }
  }
}
