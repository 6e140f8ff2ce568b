package io.resnetc.syntax;

import io.resnetc.diag.SourceFile;
import io.resnetc.diag.Span;
import io.resnetc.grammar.ResnetParser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Where tokens and rules of the parse tree stand in the source. */
record Spans(SourceFile file) {
  Span of(Token token) {
    // The end of the file is a token whose stop lies before its start.
    return file.span(
        token.getStartIndex(), Math.max(token.getStartIndex(), token.getStopIndex() + 1));
  }

  Span of(ParserRuleContext ctx) {
    Span first = of(ctx.getStart());
    // A rule that matched nothing stops before it starts.
    boolean empty = ctx.getStop() == null || ctx.getStop().getStopIndex() < first.start();
    return empty ? new Span(file, first.start(), first.start()) : first.to(of(ctx.getStop()));
  }

  Ast.Name name(ResnetParser.NameContext ctx) {
    return new Ast.Name(ctx.getText(), of(ctx));
  }
}
