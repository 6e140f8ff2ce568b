package io.resnetc.onnx.read;

import static io.resnetc.onnx.read.OperatorCase.row;

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
        row("dropout", m -> m.input("x", 3, 4, 5).scalar("r", 0.1f).node("y", "Dropout", "x", "r")),
        row(
            "dropout, old",
            m ->
                m.operatorSet(7)
                    .input("x", 3, 4, 5)
                    .node("y", "Dropout", "x")
                    .withNumber("ratio", 0.3f)),
        row("cast", m -> m.input("x", 3, 4).node("y", "Cast", "x").with("to", 1L)),
        row("softmax of the last axis", m -> m.input("x", 3, 4, 5).node("y", "Softmax", "x")));
  }
}
