package io.resnetc.bind;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.Span;
import io.resnetc.ir.Graph;
import io.resnetc.ir.Origin;
import io.resnetc.ir.op.ImageInput;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.Shape;
import io.resnetc.syntax.Ast;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Expands one model of a program into a graph. */
final class Binder {
  private final Program program;
  private final Ast.Model model;
  private final DiagnosticLog log;
  private final Assembly assembly;
  private final Expander expander;
  private final Evaluator evaluator;
  private final Scope<Value> globals = Scope.global();

  Binder(Program program, Ast.Model model, DiagnosticLog log) {
    this.program = program;
    this.model = model;
    this.log = log;
    this.assembly = new Assembly(model.name().text(), log);
    this.expander = new Expander(program, globals, assembly, log);
    this.evaluator = new Evaluator(expander, Frame.model(globals.inner(), model.name().span()));
  }

  /** The graph; empty when errors were reported. */
  Optional<Graph> bind(Map<String, String> defines) {
    defineConstants();
    new ModelParameters(model, log).define(defines, expander, evaluator);
    InputBinder inputBinder = new InputBinder(evaluator, log);
    Optional<ImageInput> image = input(inputBinder);
    Value result = evaluator.body(model.body());
    if (result instanceof Value.Tensor output) {
      image.ifPresent(found -> checkLabels(found, inputBinder, output.shape()));
      return log.hasErrors() ? Optional.empty() : Optional.of(assembly.build(output));
    }
    if (!(result instanceof Value.Unknown)) {
      Span span = model.body().result().orElseThrow().span();
      String what = "the result of '" + model.name().text() + "'";
      log.error(ErrorKind.WRONG_TYPE, span, what, "a tensor", result.describe());
    }
    return Optional.empty();
  }

  private void defineConstants() {
    Evaluator constants = new Evaluator(expander, Frame.model(globals, model.name().span()));
    program
        .constants()
        .forEach(
            constant ->
                globals.define(constant.name().text(), constants.evaluate(constant.value())));
  }

  private Optional<ImageInput> input(InputBinder inputBinder) {
    if (model.inputs().isEmpty()) {
      log.error(ErrorKind.NO_INPUT, model.name().span(), model.name().text());
      return Optional.empty();
    }
    Ast.Input input = model.inputs().get(0);
    if (model.inputs().size() > 1) {
      Ast.Input second = model.inputs().get(1);
      log.error(ErrorKind.SEVERAL_INPUTS, second.span(), model.name().text());
    }
    Scope<Value> scope = evaluator.frame().scope();
    Optional<Shape> shape = inputBinder.shape(input);
    if (shape.isEmpty()) {
      scope.define(input.name().text(), Value.Unknown.INSTANCE);
      return Optional.empty();
    }
    ImageInput image = inputBinder.image(input, shape.get().channels());
    Input op = new Input(input.name().text(), shape.get(), image);
    Origin origin = new Origin("", "", "", input.span().place());
    scope.define(input.name().text(), assembly.add(() -> op, List.of(), origin, input.span()));
    return Optional.of(image);
  }

  private void checkLabels(ImageInput image, InputBinder inputBinder, Shape output) {
    int labels = image.labels().size();
    if (labels > 0 && labels != output.elements()) {
      Span span = inputBinder.labelsPlace().orElseThrow();
      log.error(ErrorKind.LABEL_COUNT, span, labels, output);
    }
  }
}
