package io.resnetc.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** Prints syntax as source text in one canonical layout; parsing that gives the same tree. */
public final class AstPrinter {
  private final StringBuilder text = new StringBuilder();

  private AstPrinter() {}

  /** A whole file. */
  public static String print(Ast.SourceUnit unit) {
    AstPrinter printer = new AstPrinter();
    unit.declarations().forEach(printer::declaration);
    return printer.text.toString();
  }

  /** One expression. */
  public static String print(Expr expr) {
    return new ExprPrinter("").print(expr);
  }

  private void declaration(Ast.Declaration declaration) {
    if (declaration instanceof Ast.Import imported) {
      text.append("import ").append(ExprPrinter.quoted(imported.path())).append("\n");
    } else if (declaration instanceof Ast.Assignment constant) {
      text.append(new ExprPrinter("").print(constant)).append("\n");
    } else if (declaration instanceof Ast.Block block) {
      head("block", block.name(), block.parameters());
      text.append(new ExprPrinter("  ").print(block.body(), "return ")).append("}\n");
    } else if (declaration instanceof Ast.Model model) {
      head("model", model.name(), model.parameters());
      model.inputs().forEach(this::input);
      // With "return" the result cannot be read as the continuation of the line before.
      text.append(new ExprPrinter("  ").print(model.body(), "return ")).append("}\n");
    }
  }

  private void head(String what, Ast.Name name, List<Ast.Parameter> parameters) {
    text.append(what).append(" ").append(name.text());
    if (!parameters.isEmpty()) {
      text.append(
          parameters.stream()
              .map(AstPrinter::parameter)
              .collect(Collectors.joining(", ", "(", ")")));
    }
    text.append(" {\n");
  }

  private static String parameter(Ast.Parameter parameter) {
    return parameter.name().text()
        + parameter.value().map(value -> " = " + print(value)).orElse("");
  }

  private void input(Ast.Input input) {
    text.append("  input ").append(input.name().text()).append(" ");
    text.append(
        input.dims().stream().map(AstPrinter::print).collect(Collectors.joining(", ", "[", "]")));
    if (!input.options().isEmpty()) {
      ExprPrinter printer = new ExprPrinter("    ");
      text.append(
          input.options().stream()
              .map(option -> option.name().text() + " = " + printer.print(option.value()))
              .collect(Collectors.joining(",\n    ", " {\n    ", "\n  }")));
    }
    text.append("\n");
  }
}
