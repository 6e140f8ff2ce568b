package io.resnetc.onnx.read;

import static io.resnetc.onnx.read.OperatorCase.row;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Arithmetic of values and constants in every direction of broadcast, and functions of numbers. */
class ArithmeticTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void meansWhatOnnxRuntimeComputes(String name, UnaryOperator<TinyModel> model) {
    OperatorCase.assertMeansTheSame(name, model);
  }

  static Stream<Arguments> models() {
    List<Long> perChannel = List.of(3L, 1L, 1L);
    return Stream.of(
        row("c / x", m -> m.scalar("c", 2).input("x", 1, 3, 2, 2).node("y", "Div", "c", "x")),
        row(
            "c / x, per channel",
            m ->
                m.floats("c", perChannel, 1, 2, 3)
                    .input("x", 2, 3, 2, 2)
                    .node("y", "Div", "c", "x")),
        row(
            "c / x, per element",
            m ->
                m.floats("c", List.of(2L, 2L), 1, 2, 3, 4)
                    .input("x", 1, 3, 2, 2)
                    .node("y", "Div", "c", "x")),
        row(
            "c - x",
            m ->
                m.floats("c", perChannel, 1, 2, 3)
                    .input("x", 2, 3, 2, 2)
                    .node("y", "Sub", "c", "x")),
        row(
            "x - c",
            m -> m.floats("c", List.of(1L), 3).input("x", 2, 3, 2, 2).node("y", "Sub", "x", "c")),
        row(
            "x / c",
            m ->
                m.floats("c", perChannel, 1, 2, 3)
                    .input("x", 2, 3, 2, 2)
                    .node("y", "Div", "x", "c")),
        row(
            "x of one number",
            m ->
                m.input("x", 1)
                    .floats("c", List.of(2L, 2L), 1, 2, 3, 4)
                    .node("y", "Mul", "c", "x")),
        row(
            "a row and a column",
            m -> m.input("a", 3, 1).input("b", 1, 4).node("y", "Add", "a", "b")),
        row(
            "one channel for all",
            m ->
                m.input("x", 2, 3, 4, 4)
                    .node("one", "Slice", "x", "from", "to", "axis")
                    .longs("from", 1L)
                    .longs("to", 2L)
                    .longs("axis", 1L)
                    .node("p", "Mul", "one", "x")
                    .node("y", "GlobalAveragePool", "p")),
        row(
            "sum of three",
            m -> m.input("a", 3).input("b", 3).input("c", 3).node("y", "Sum", "a", "b", "c")),
        row(
            "sum with a constant",
            m ->
                m.input("a", 2, 3, 2, 2)
                    .floats("c", perChannel, 1, 2, 3)
                    .node("y", "Sum", "c", "a", "a")),
        row("negation", m -> m.input("x", 2, 3).node("y", "Neg", "x")),
        row("a clip without bounds", m -> m.input("x", 3, 4, 5).node("y", "Clip", "x")),
        row(
            "a clip from above",
            m -> m.input("x", 3, 4, 5).scalar("h", 0.2f).node("y", "Clip", "x", "", "h")),
        row(
            "an old clip",
            m ->
                m.operatorSet(6)
                    .input("x", 3, 4, 5)
                    .node("y", "Clip", "x")
                    .withNumber("min", -0.1f)),
        row(
            "prelu per element",
            m -> m.input("x", 2, 3, 2).input("s", 3, 2).node("y", "PRelu", "x", "s")),
        row("prelu of one", m -> m.input("x", 3, 4, 5).input("s", 1).node("y", "PRelu", "x", "s")),
        row(
            "prelu, rank 5, per channel",
            m -> m.input("x", 2, 3, 2, 2, 2).input("s", 3, 1, 1, 1).node("y", "PRelu", "x", "s")),
        row("reciprocal", m -> m.input("x", 2, 3, 2, 2).node("y", "Reciprocal", "x")),
        row(
            "hard sigmoid",
            m -> m.input("x", 4).node("y", "HardSigmoid", "x").withNumber("alpha", 0.5f)));
  }
}
