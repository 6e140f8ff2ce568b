package io.resnetc.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.SourceFile;
import io.resnetc.diag.Span;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed parses to the same tree. */
class AstPrinterTest {
  static Stream<Path> samples() throws IOException {
    return Files.list(Path.of(System.getProperty("resnetc.root"), "samples", "models"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void printsSamplesBack(Path file) throws IOException {
    Ast.SourceUnit tree = parse(Files.readString(file));
    assertThat(shape(parse(AstPrinter.print(tree)))).isEqualTo(shape(tree));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 + 2 * 3 - (4 - 5) / -6 % 7",
        "(1 + 2) * 3",
        "1 - (2 - 3)",
        "-(1 + 2)",
        "- -1",
        "not a and (b or not (c and d)) or a < b == (c != d)",
        "(a -> relu) + (b -> relu)",
        "(a + b) -> relu",
        "((a -> relu) -> relu)",
        "a -> l.0.1: 2 x B(1 then 2, w = [3, 4,], e = 1e-5) -> (n + 1) x C -> x x x",
        "if a { b = 1 b } else if c { 2 } else { if d { 3 } else { 4 } }",
        "\"q\\\"u\\\\o\\nt\\te \u00e9\"",
        "channels(input) + max(a, b)",
        "a -> block.if.0: relu -> 0: 1 x relu",
        "[]",
        "a[1][-2] + (-a)[0] + (if a { b } else { c })[0] + [1][0] - -a[0]",
        "a -> f: 2 x sequence { relu -> sequence { b = 1 conv(b) -> relu } } -> s{i + 1}.b{c}-{d}e: relu",
        "a -> for b in c { relu } -> for [b, c,] in [[1, 2]] { d = b[0] e: B(d) -> sequence: relu }",
        "a -> if b { relu } -> if b { relu -> C } else if c { relu } else { for e in f { for: relu } }",
      })
  void printsExpressionsBack(String text) {
    Expr tree = expression(text);
    assertThat(shape(expression(AstPrinter.print(tree)))).isEqualTo(shape(tree));
  }

  private static Ast.SourceUnit parse(String text) {
    DiagnosticLog log = new DiagnosticLog();
    Optional<Ast.SourceUnit> unit = Parser.parse(new SourceFile("test.rn", text), log);
    assertThat(log.toString()).isEmpty();
    return unit.orElseThrow();
  }

  private static Expr expression(String text) {
    DiagnosticLog log = new DiagnosticLog();
    Optional<Expr> expr = Parser.parseExpression(new SourceFile("test.rn", text), log);
    assertThat(log.toString()).isEmpty();
    return expr.orElseThrow();
  }

  /** The tree as text, without the places that printing changes. */
  private static String shape(Object tree) {
    if (tree instanceof Collection<?> list) {
      return list.stream().map(AstPrinterTest::shape).collect(Collectors.joining(",", "[", "]"));
    }
    if (tree instanceof Optional<?> optional) {
      return optional.map(AstPrinterTest::shape).orElse("none");
    }
    if (!tree.getClass().isRecord()) {
      return tree.toString();
    }
    return Arrays.stream(tree.getClass().getRecordComponents())
        .filter(part -> part.getType() != Span.class && part.getType() != SourceFile.class)
        .map(part -> shape(value(tree, part)))
        .collect(Collectors.joining(",", tree.getClass().getSimpleName() + "(", ")"));
  }

  private static Object value(Object tree, RecordComponent part) {
    try {
      part.getAccessor().setAccessible(true);
      return part.getAccessor().invoke(tree);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
