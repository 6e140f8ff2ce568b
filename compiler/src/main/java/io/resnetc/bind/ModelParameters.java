package io.resnetc.bind;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.SourceFile;
import io.resnetc.diag.Span;
import io.resnetc.syntax.Ast;
import io.resnetc.syntax.Parser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gives a model's parameters their values: those of {@code --define}, or else the defaults. */
record ModelParameters(Ast.Model model, DiagnosticLog log) {

  void define(Map<String, String> defines, Expander expander, Evaluator evaluator) {
    // In the order of their names, so that errors come in the same order every time.
    Map<String, String> sorted = new TreeMap<>(defines);
    List<String> names = model.parameters().stream().map(p -> p.name().text()).toList();
    for (Map.Entry<String, String> define : sorted.entrySet()) {
      if (!names.contains(define.getKey())) {
        SourceFile source = new SourceFile("--define", define.getKey() + "=" + define.getValue());
        Span span = source.span(0, define.getKey().codePointCount(0, define.getKey().length()));
        log.unknown(ErrorKind.UNKNOWN_DEFINE, span, names, define.getKey(), model.name().text());
      }
    }
    Evaluator outside = new Evaluator(expander, Frame.model(Scope.global(), model.name().span()));
    for (Ast.Parameter parameter : model.parameters()) {
      String name = parameter.name().text();
      Optional<Value> standard = parameter.value().map(evaluator::evaluate);
      Value value =
          sorted.containsKey(name)
              ? defined(name, sorted.get(name), standard, outside)
              : standard.orElseGet(() -> missing(parameter));
      evaluator.frame().scope().define(name, value);
    }
  }

  private Value defined(String name, String text, Optional<Value> standard, Evaluator outside) {
    SourceFile source = new SourceFile("--define " + name, text);
    Value value =
        Parser.parseExpression(source, log).map(outside::evaluate).orElse(Value.Unknown.INSTANCE);
    boolean fits =
        value instanceof Value.Unknown
            || standard.isEmpty()
            || standard.get() instanceof Value.Unknown
            || standard.get() instanceof Value.Real && value instanceof Value.Int
            || standard.get().getClass() == value.getClass();
    if (fits) {
      return value;
    }
    log.error(
        ErrorKind.WRONG_ARGUMENT,
        source.span(0, source.length()),
        name,
        model.name().text(),
        standard.orElseThrow().kind(),
        value.describe());
    return Value.Unknown.INSTANCE;
  }

  private Value missing(Ast.Parameter parameter) {
    log.error(
        ErrorKind.MISSING_DEFINE,
        parameter.name().span(),
        parameter.name().text(),
        model.name().text());
    return Value.Unknown.INSTANCE;
  }
}
