package io.resnetc.bind;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.Span;
import io.resnetc.syntax.Ast;
import io.resnetc.syntax.Label;
import io.resnetc.syntax.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Expands what steps call, repetition by repetition: blocks and operators. */
final class Expander {
  /** A block that calls itself more often than this never ends. */
  private static final int DEEPEST_BLOCK = 64;

  /** Keeps the evaluation of what blocks multiply within the stack. */
  private static final int DEEPEST_EXPRESSION = 800;

  private final Program program;
  private final Scope<Value> globals;
  private final Assembly assembly;
  private final DiagnosticLog log;
  private int depth;

  Expander(Program program, Scope<Value> globals, Assembly assembly, DiagnosticLog log) {
    this.program = program;
    this.globals = globals;
    this.assembly = assembly;
    this.log = log;
  }

  Program program() {
    return program;
  }

  Assembly assembly() {
    return assembly;
  }

  DiagnosticLog log() {
    return log;
  }

  /** Evaluates within the limit of nesting. */
  Value nested(Span span, Supplier<Value> evaluation) {
    if (depth == DEEPEST_EXPRESSION) {
      log.error(ErrorKind.TOO_DEEP, span);
      assembly.stop();
      return Value.Unknown.INSTANCE;
    }
    depth++;
    try {
      return evaluation.get();
    } finally {
      depth--;
    }
  }

  /** Feeds a value through an operator or a block, and all its repetitions. */
  Value call(Step.Call step, Value input, Evaluator caller, Naming naming) {
    Optional<Callee> callee = program.callee(step.callee(), log);
    StepHead head = new StepHead(caller, log);
    Optional<Integer> count = head.count(step.count());
    Optional<String> label = head.label(step.label());
    if (callee.isEmpty() || count.isEmpty() || label.isEmpty()) {
      return Value.Unknown.INSTANCE;
    }
    Signature signature = callee.get().signature();
    Map<String, Ast.Argument> matched =
        signature.match(step.arguments(), step.callee().span(), log);
    Map<String, List<Value>> given = new HashMap<>();
    matched.forEach(
        (param, argument) ->
            given.put(param, argument.values().stream().map(caller::evaluate).toList()));
    boolean complete = matched.keySet().containsAll(signature.required());
    Value value = checkTensor(input, step);
    for (int i = 0; i < count.get(); i++) {
      if (!complete || !assembly.step(step.span())) {
        return Value.Unknown.INSTANCE;
      }
      String name = naming.name(label.get(), step.count().isPresent(), i);
      Call call = new Call(step, matched, values(given, i), name, caller.frame());
      value =
          callee.get() instanceof Operator operator
              ? operator(operator, call, value)
              : block(((BlockCallee) callee.get()).block(), call, value);
    }
    return value;
  }

  /** One repetition of a step. */
  private record Call(
      Step.Call step,
      Map<String, Ast.Argument> arguments,
      Map<String, Value> values,
      String label,
      Frame caller) {}

  private Value checkTensor(Value input, Step.Call step) {
    if (input instanceof Value.Tensor || input instanceof Value.Unknown) {
      return input;
    }
    String what = "what flows into '" + step.callee().text() + "'";
    log.error(ErrorKind.WRONG_TYPE, step.span(), what, "a tensor", input.describe());
    return Value.Unknown.INSTANCE;
  }

  /** The values of repetition {@code i}: the last of a list goes for all that follow. */
  private static Map<String, Value> values(Map<String, List<Value>> given, int i) {
    Map<String, Value> values = new HashMap<>();
    given.forEach((param, list) -> values.put(param, list.get(Math.min(i, list.size() - 1))));
    return values;
  }

  private Value operator(Operator operator, Call call, Value input) {
    if (operator.weighted() && call.label.isEmpty()) {
      log.error(ErrorKind.UNLABELLED, call.step.callee().span(), operator.name(), operator.name());
      return Value.Unknown.INSTANCE;
    }
    takeLabel(call);
    Optional<Arguments> arguments = arguments(operator, call);
    if (arguments.isEmpty() || !(input instanceof Value.Tensor tensor)) {
      return Value.Unknown.INSTANCE;
    }
    String path = call.caller.path(call.label);
    return assembly.add(
        () -> operator.maker().make(arguments.get(), tensor.shape(), path),
        List.of(tensor.id()),
        call.caller.origin(call.label, call.step.span()),
        call.step.span());
  }

  private void takeLabel(Call call) {
    if (!call.label.isEmpty()) {
      Span span = call.step.label().map(Label::span).orElse(call.step.callee().span());
      assembly.label(call.caller.path(call.label), span);
    }
  }

  private Optional<Arguments> arguments(Operator operator, Call call) {
    Map<String, Value> complete = new HashMap<>();
    boolean sound = true;
    for (Param param : operator.params()) {
      Value value = call.values.get(param.name());
      if (value == null) {
        param.value().ifPresent(standard -> complete.put(param.name(), standard));
      } else if (value instanceof Value.Unknown) {
        sound = false;
      } else if (param.type().accepts(value)) {
        complete.put(param.name(), value);
      } else {
        sound = false;
        log.error(
            ErrorKind.WRONG_ARGUMENT,
            call.arguments.get(param.name()).span(),
            param.name(),
            operator.name(),
            param.type().description(),
            value.describe());
      }
    }
    return sound ? Optional.of(new Arguments(complete)) : Optional.empty();
  }

  private Value block(Ast.Block block, Call call, Value input) {
    Span span = call.step.callee().span();
    if (call.caller.depth() == DEEPEST_BLOCK) {
      log.error(ErrorKind.ENDLESS_RECURSION, span, block.name().text(), DEEPEST_BLOCK);
      assembly.stop();
      return Value.Unknown.INSTANCE;
    }
    takeLabel(call);
    Scope<Value> scope = globals.inner();
    scope.define("input", input);
    String path = call.caller.path(call.label);
    Frame frame = call.caller.block(path, block.name().text(), scope, span);
    return log.within(frame::trail, () -> instance(block, call, new Evaluator(this, frame)));
  }

  private Value instance(Ast.Block block, Call call, Evaluator evaluator) {
    for (Ast.Parameter parameter : block.parameters()) {
      String name = parameter.name().text();
      Value value =
          call.values.containsKey(name)
              ? call.values.get(name)
              : parameter.value().map(evaluator::evaluate).orElse(Value.Unknown.INSTANCE);
      evaluator.frame().scope().define(name, value);
    }
    Value result = evaluator.body(block.body());
    if (result instanceof Value.Tensor || result instanceof Value.Unknown) {
      return result;
    }
    log.error(
        ErrorKind.WRONG_TYPE,
        block.body().result().orElseThrow().span(),
        "the result of '" + block.name().text() + "'",
        "a tensor",
        result.describe());
    return Value.Unknown.INSTANCE;
  }
}
