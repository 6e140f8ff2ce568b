package io.resnetc.syntax;

import io.resnetc.diag.Span;
import java.util.List;

/** An expression: a number, a truth value, a text, a list or a tensor that flows through steps. */
public sealed interface Expr {
  Span span();

  <R> R accept(Visitor<R> visitor);

  /** One method a kind of expression. */
  interface Visitor<R> {
    R visit(IntLiteral expr);

    R visit(RealLiteral expr);

    R visit(BoolLiteral expr);

    R visit(TextLiteral expr);

    R visit(Use expr);

    R visit(ListOf expr);

    R visit(Index expr);

    R visit(Unary expr);

    R visit(Binary expr);

    R visit(Function expr);

    R visit(If expr);

    R visit(Chain expr);
  }

  /** {@code 64}. */
  record IntLiteral(int value, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code 1e-5}. */
  record RealLiteral(double value, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code true}. */
  record BoolLiteral(boolean value, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code "cat"}, its escapes resolved. */
  record TextLiteral(String value, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** The value that a name stands for. */
  record Use(String name, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code [a, b]}. */
  record ListOf(List<Expr> elements, Span span) implements Expr {
    public ListOf {
      elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code list[0]}. */
  record Index(Expr list, Expr index, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code -a} or {@code not a}. */
  record Unary(UnaryOp op, Expr operand, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code a + b}; {@code symbol} is where the operator stands. */
  record Binary(BinaryOp op, Expr left, Expr right, Span symbol, Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code channels(input)}. */
  record Function(Ast.Name name, List<Ast.Argument> arguments, Span span) implements Expr {
    public Function {
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** The body of the first branch whose condition holds, or else {@code otherwise}. */
  record If(List<Branch> branches, Ast.Body otherwise, Span span) implements Expr {
    public If {
      branches = List.copyOf(branches);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A condition and its body. */
  record Branch(Expr condition, Ast.Body body) {}

  /** {@code source -> step -> step}. */
  record Chain(Expr source, List<Step> steps, Span span) implements Expr {
    public Chain {
      steps = List.copyOf(steps);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
