package io.resnetc.bind;

import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.Span;
import io.resnetc.syntax.Label;
import io.resnetc.syntax.Step;
import java.util.List;
import java.util.Optional;

/**
 * Feeds values through steps, one after the other: those of a chain, a sequence, a round of a loop
 * or a branch of a choice. Loops and choices name their steps as what they stand in does.
 */
record Steps(Expander expander, Evaluator caller, Naming naming) {
  Value run(List<Step> steps, Value input) {
    Value value = input;
    for (Step step : steps) {
      value = step(step, value);
    }
    return value;
  }

  private Value step(Step step, Value input) {
    if (step instanceof Step.Call call) {
      return expander.call(call, input, caller, naming);
    }
    if (step instanceof Step.Sequence sequence) {
      return sequence(sequence, input);
    }
    return step instanceof Step.Loop loop ? loop(loop, input) : choice((Step.Choice) step, input);
  }

  private Value sequence(Step.Sequence step, Value input) {
    StepHead head = new StepHead(caller, expander.log());
    Optional<Integer> count = head.count(step.count());
    Optional<String> label = head.label(step.label());
    if (count.isEmpty() || label.isEmpty()) {
      return Value.Unknown.INSTANCE;
    }
    Value value = input;
    for (int i = 0; i < count.get() && expander.assembly().step(step.span()); i++) {
      String name = naming.name(label.get(), step.count().isPresent(), i);
      Frame frame = caller.frame().sequence(name, step.span());
      if (!name.isEmpty()) {
        Span place = step.label().map(Label::span).orElse(step.span());
        expander.assembly().label(frame.path(), place);
      }
      value = inside(frame, Naming.numbered()).run(step.steps(), value);
    }
    return value;
  }

  private Value loop(Step.Loop step, Value input) {
    Value list = caller.evaluate(step.list());
    if (!(list instanceof Value.ListOf rows)) {
      if (!(list instanceof Value.Unknown)) {
        String what = "what 'for' goes through";
        error(ErrorKind.WRONG_TYPE, step.list().span(), what, "a list", list.describe());
      }
      return Value.Unknown.INSTANCE;
    }
    Value value = input;
    for (int i = 0; i < rows.elements().size(); i++) {
      Steps round = inside(caller.frame().branch(), naming);
      if (!round.define(step, rows.elements().get(i), i)
          || !expander.assembly().step(step.span())) {
        return Value.Unknown.INSTANCE;
      }
      value = round.run(step.steps(), value);
    }
    return value;
  }

  /** Gives the names of a loop their values; false where a row does not fit them. */
  private boolean define(Step.Loop step, Value element, int index) {
    Scope<Value> scope = caller.frame().scope();
    if (!step.rows()) {
      scope.define(step.names().get(0).text(), element);
      return true;
    }
    if (!(element instanceof Value.ListOf row) || row.elements().size() != step.names().size()) {
      error(ErrorKind.BAD_ROW, step.list().span(), index, step.names().size(), element.describe());
      return false;
    }
    for (int i = 0; i < step.names().size(); i++) {
      scope.define(step.names().get(i).text(), row.elements().get(i));
    }
    return true;
  }

  private Value choice(Step.Choice step, Value input) {
    for (Step.Branch branch : step.branches()) {
      Optional<Boolean> holds = caller.condition(branch.condition());
      if (holds.isEmpty()) {
        return Value.Unknown.INSTANCE;
      }
      if (holds.get()) {
        return inside(caller.frame().branch(), naming).run(branch.steps(), input);
      }
    }
    return step.otherwise()
        .map(steps -> inside(caller.frame().branch(), naming).run(steps, input))
        .orElse(input);
  }

  private Value run(Step.Steps steps, Value input) {
    caller.define(steps.assignments());
    return run(steps.steps(), input);
  }

  private Steps inside(Frame frame, Naming inner) {
    return new Steps(expander, new Evaluator(expander, frame), inner);
  }

  private void error(ErrorKind kind, Span span, Object... arguments) {
    expander.log().error(kind, span, arguments);
  }
}
