package io.resnetc.bind;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.Span;
import io.resnetc.syntax.Ast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a block, an operator or a function, as calls see them.
 *
 * @param required those that every call must give
 */
record Signature(String name, List<String> params, List<String> required) {
  Signature {
    params = List.copyOf(params);
    required = List.copyOf(required);
  }

  /** Finds the parameter of each argument, and reports those that have none or are missing. */
  Map<String, Ast.Argument> match(List<Ast.Argument> arguments, Span call, DiagnosticLog log) {
    Map<String, Ast.Argument> matched = new LinkedHashMap<>();
    boolean named = false;
    for (int i = 0; i < arguments.size(); i++) {
      Ast.Argument argument = arguments.get(i);
      named |= argument.name().isPresent();
      if (argument.name().isPresent()) {
        matchNamed(argument, argument.name().get(), matched, log);
      } else if (named) {
        log.error(ErrorKind.POSITIONAL_AFTER_NAMED, argument.span());
      } else if (i < params.size()) {
        matched.put(params.get(i), argument);
      } else {
        log.error(
            ErrorKind.TOO_MANY_ARGUMENTS, argument.span(), name, capacity(), arguments.size());
      }
    }
    List<String> missing =
        required.stream()
            .filter(param -> !matched.containsKey(param))
            .map(param -> "'" + param + "'")
            .toList();
    if (!missing.isEmpty()) {
      log.error(ErrorKind.MISSING_ARGUMENT, call, name, String.join(" and ", missing));
    }
    return matched;
  }

  private void matchNamed(
      Ast.Argument argument, Ast.Name param, Map<String, Ast.Argument> matched, DiagnosticLog log) {
    if (!params.contains(param.text())) {
      log.unknown(ErrorKind.UNKNOWN_ARGUMENT, param.span(), params, param.text(), name);
    } else if (matched.putIfAbsent(param.text(), argument) != null) {
      log.error(ErrorKind.DUPLICATE_ARGUMENT, argument.span(), param.text(), name);
    }
  }

  private String capacity() {
    return switch (params.size()) {
      case 0 -> "no arguments";
      case 1 -> "1 argument";
      default -> params.size() + " arguments";
    };
  }
}
