package io.resnetc.onnx.read;

import static io.resnetc.onnx.read.OperatorCase.row;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Softmax, and what does nothing in a trained network. */
class NormalisationTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void meansWhatOnnxRuntimeComputes(String name, UnaryOperator<TinyModel> model) {
    OperatorCase.assertMeansTheSame(name, model);
  }

  static Stream<Arguments> models() {
    return Stream.of(
        row("a constant", m -> m.constant("y", List.of(2L, 2L), 1, -2, 3, 4)),
        row(
            "a constant of a constant",
            m ->
                m.constant("c", List.of(2L), 1, -2)
                    .node("n", "Mul", "c", "c")
                    .node("y", "Sub", "n", "c")),
        row("dropout", m -> m.input("x", 3, 4, 5).scalar("r", 0.1f).node("y", "Dropout", "x", "r")),
        row(
            "dropout, old",
            m ->
                m.operatorSet(7)
                    .input("x", 3, 4, 5)
                    .node("y", "Dropout", "x")
                    .withNumber("ratio", 0.3f)),
        row("cast", m -> m.input("x", 3, 4).node("y", "Cast", "x").with("to", 1L)),
        row("softmax of the last axis", m -> m.input("x", 3, 4, 5).node("y", "Softmax", "x")),
        row(
            "of the first",
            m -> m.input("x", 3, 4, 5).node("y", "LogSoftmax", "x").with("axis", 0L)),
        row(
            "of channels",
            m -> m.input("x", 2, 5, 3, 4).node("y", "Softmax", "x").with("axis", 1L)),
        row(
            "of channels in a network",
            m ->
                m.input("x", 2, 5, 3, 4)
                    .node("s", "LogSoftmax", "x")
                    .with("axis", -3L)
                    .node("y", "GlobalAveragePool", "s")),
        row("of rows", m -> m.input("x", 2, 5, 3, 4).node("y", "Softmax", "x").with("axis", 2L)),
        row(
            "of columns in a network",
            m ->
                m.input("x", 2, 5, 3, 4)
                    .node("p", "GlobalAveragePool", "x")
                    .node("a", "Add", "p", "x")
                    .node("y", "Softmax", "a")
                    .with("axis", 3L)),
        row(
            "of all from an axis on, old",
            m ->
                m.operatorSet(11)
                    .input("x", 2, 5, 3, 4)
                    .node("y", "Softmax", "x")
                    .with("axis", 2L)),
        row("of all, old", m -> m.operatorSet(11).input("x", 2, 5, 3).node("y", "Softmax", "x")));
  }
}
