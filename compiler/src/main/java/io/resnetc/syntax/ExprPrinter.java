package io.resnetc.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** Prints expressions, with parentheses only where the grammar needs them. */
final class ExprPrinter implements Expr.Visitor<String> {
  private static final int CHAIN_PRECEDENCE = 0;

  private final String indent;
  private final int precedence;

  ExprPrinter(String indent) {
    this(indent, CHAIN_PRECEDENCE);
  }

  private ExprPrinter(String indent, int precedence) {
    this.indent = indent;
    this.precedence = precedence;
  }

  String print(Expr expr) {
    return expr.accept(this);
  }

  String print(Ast.Assignment assignment) {
    return assignment.name().text() + " = " + print(assignment.value());
  }

  /** A body's lines, indented; {@code result} begins the last. */
  String print(Ast.Body body, String result) {
    StringBuilder lines = new StringBuilder();
    for (Ast.Assignment assignment : body.assignments()) {
      lines.append(indent).append(print(assignment)).append("\n");
    }
    body.result().ifPresent(expr -> lines.append(indent + result + print(expr) + "\n"));
    return lines.toString();
  }

  static String quoted(String value) {
    return '"'
        + value
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\t", "\\t")
        + '"';
  }

  @Override
  public String visit(Expr.IntLiteral expr) {
    return Integer.toString(expr.value());
  }

  @Override
  public String visit(Expr.RealLiteral expr) {
    return Double.toString(expr.value());
  }

  @Override
  public String visit(Expr.BoolLiteral expr) {
    return Boolean.toString(expr.value());
  }

  @Override
  public String visit(Expr.TextLiteral expr) {
    return quoted(expr.value());
  }

  @Override
  public String visit(Expr.Use expr) {
    return expr.name();
  }

  @Override
  public String visit(Expr.ListOf expr) {
    ExprPrinter free = new ExprPrinter(indent);
    return expr.elements().stream().map(free::print).collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public String visit(Expr.Index expr) {
    String list = new ExprPrinter(indent, BinaryOp.INDEX_PRECEDENCE).print(expr.list());
    return list + "[" + new ExprPrinter(indent).print(expr.index()) + "]";
  }

  @Override
  public String visit(Expr.Unary expr) {
    int own = expr.op() == UnaryOp.NEGATE ? BinaryOp.NEGATE_PRECEDENCE : BinaryOp.NOT_PRECEDENCE;
    return enclosed(own, expr.op().symbol() + new ExprPrinter(indent, own).print(expr.operand()));
  }

  @Override
  public String visit(Expr.Binary expr) {
    int own = expr.op().precedence();
    String left = new ExprPrinter(indent, own).print(expr.left());
    String right = new ExprPrinter(indent, own + 1).print(expr.right());
    return enclosed(own, left + " " + expr.op().symbol() + " " + right);
  }

  @Override
  public String visit(Expr.Function expr) {
    return expr.name().text() + arguments(expr.arguments());
  }

  @Override
  public String visit(Expr.If expr) {
    ExprPrinter free = new ExprPrinter(indent);
    ExprPrinter inner = new ExprPrinter(indent + "  ");
    StringBuilder text = new StringBuilder();
    for (Expr.Branch branch : expr.branches()) {
      text.append("if ").append(free.print(branch.condition())).append(" {\n");
      text.append(inner.print(branch.body(), "")).append(indent).append("} else ");
    }
    text.append("{\n").append(inner.print(expr.otherwise(), "")).append(indent).append("}");
    return enclosed(BinaryOp.INDEX_PRECEDENCE - 1, text.toString());
  }

  @Override
  public String visit(Expr.Chain expr) {
    String source = new ExprPrinter(indent, CHAIN_PRECEDENCE + 1).print(expr.source());
    String steps = new StepPrinter(indent).print(expr.steps());
    return enclosed(CHAIN_PRECEDENCE, source + " -> " + steps);
  }

  String arguments(List<Ast.Argument> arguments) {
    return arguments.stream().map(this::argument).collect(Collectors.joining(", ", "(", ")"));
  }

  private String argument(Ast.Argument argument) {
    ExprPrinter free = new ExprPrinter(indent);
    return argument.name().map(name -> name.text() + " = ").orElse("")
        + argument.values().stream().map(free::print).collect(Collectors.joining(" then "));
  }

  /** Parentheses where something around binds tighter. */
  private String enclosed(int own, String text) {
    return own < precedence ? "(" + text + ")" : text;
  }
}
