package io.resnetc.syntax;

import io.resnetc.diag.Span;
import java.util.List;
import java.util.Optional;

/** What follows an arrow of a chain, or stands in a sequence. */
public sealed interface Step {
  Span span();

  /**
   * An operator or a block: {@code layer1: 2 x Basic(64)}.
   *
   * @param count how often it is repeated; absent for once and without an index
   */
  record Call(
      Optional<Label> label,
      Optional<Expr> count,
      Ast.Name callee,
      List<Ast.Argument> arguments,
      Span span)
      implements Step {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** Steps whose modules are numbered: {@code features: sequence { ... }}. */
  record Sequence(Optional<Label> label, Optional<Expr> count, Steps steps, Span span)
      implements Step {}

  /**
   * Steps for each element of a list: {@code for [width, stride] in table { ... }}.
   *
   * @param names one for an element as a whole, where {@code rows} is false, or for each of its
   *     elements
   */
  record Loop(List<Ast.Name> names, boolean rows, Expr list, Steps steps, Span span)
      implements Step {
    public Loop {
      names = List.copyOf(names);
    }
  }

  /** The steps of the first branch whose condition holds, or else {@code otherwise}, or none. */
  record Choice(List<Branch> branches, Optional<Steps> otherwise, Span span) implements Step {
    public Choice {
      branches = List.copyOf(branches);
    }
  }

  /** A condition and its steps. */
  record Branch(Expr condition, Steps steps) {}

  /** Named values, then steps one after the other. */
  record Steps(List<Ast.Assignment> assignments, List<Step> steps) {
    public Steps {
      assignments = List.copyOf(assignments);
      steps = List.copyOf(steps);
    }
  }
}
