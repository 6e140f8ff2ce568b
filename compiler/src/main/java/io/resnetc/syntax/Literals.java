package io.resnetc.syntax;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.SourceFile;
import io.resnetc.diag.Span;
import org.antlr.v4.runtime.Token;

/** The values of literal tokens. */
record Literals(Spans spans, DiagnosticLog log) {

  Expr integer(Token token) {
    Span span = spans.of(token);
    try {
      return new Expr.IntLiteral(Integer.parseInt(token.getText()), span);
    } catch (NumberFormatException e) {
      log.error(ErrorKind.INTEGER_OVERFLOW, span, shortened(token.getText()));
      return new Expr.IntLiteral(1, span);
    }
  }

  Expr real(Token token) {
    double value = Double.parseDouble(token.getText());
    if (Double.isInfinite(value)) {
      log.error(ErrorKind.NOT_FINITE, spans.of(token), shortened(token.getText()));
    }
    return new Expr.RealLiteral(value, spans.of(token));
  }

  /** The content of a string token, its escapes resolved. */
  String text(Token token) {
    SourceFile file = spans.file();
    int[] codePoints = token.getText().codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < codePoints.length - 1; i++) {
      if (codePoints[i] != '\\') {
        text.appendCodePoint(codePoints[i]);
        continue;
      }
      i++;
      switch (codePoints[i]) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case '"', '\\' -> text.appendCodePoint(codePoints[i]);
        default -> {
          int at = token.getStartIndex() + i;
          log.error(
              ErrorKind.BAD_ESCAPE,
              file.span(at - 1, at + 1),
              "\\" + Character.toString(codePoints[i]));
        }
      }
    }
    return text.toString();
  }

  private static String shortened(String number) {
    return number.length() <= 30 ? number : number.substring(0, 27) + "...";
  }
}
