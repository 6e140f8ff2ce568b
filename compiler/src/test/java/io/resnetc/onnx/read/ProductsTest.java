package io.resnetc.onnx.read;

import static io.resnetc.onnx.read.OperatorCase.row;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Matrix products with the constant, the transposition and the bias wherever ONNX allows them. */
class ProductsTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void meansWhatOnnxRuntimeComputes(String name, UnaryOperator<TinyModel> model) {
    OperatorCase.assertMeansTheSame(name, model);
  }

  static Stream<Arguments> models() {
    return Stream.of(
        row("gemm", m -> m.input("a", 3, 5).input("b", 5, 4).input("c", 1, 4).gemm()),
        row("gemm: matrix bias", m -> m.input("a", 3, 6).input("b", 6, 4).input("c", 3, 4).gemm()),
        row("gemm: column bias", m -> m.input("a", 3, 6).input("b", 6, 4).input("c", 3, 1).gemm()),
        row("gemm: vector bias", m -> m.input("a", 2, 7).input("b", 7, 4).input("c", 4).gemm()),
        row("gemm: one bias", m -> m.input("a", 2, 7).input("b", 7, 3).input("c", 1).gemm()),
        row(
            "gemm: all attributes",
            m ->
                m.input("a", 4, 3)
                    .input("b", 5, 4)
                    .input("c", 1, 5)
                    .gemm()
                    .withNumber("alpha", 0.25f)
                    .withNumber("beta", 0.35f)
                    .with("transA", 1L)
                    .with("transB", 1L)),
        row(
            "gemm: constant on the left",
            m ->
                m.floats("a", List.of(2L, 3L), 1, 2, 3, 4, 5, 6)
                    .input("b", 4, 3)
                    .floats("c", List.of(1L), 2)
                    .gemm()
                    .with("transB", 1L)),
        row(
            "gemm: computed bias",
            m ->
                m.input("a", 2, 3)
                    .floats("b", List.of(3L, 3L), 1, -2, 3, 0.5f, 5, -6, 7, 8, 9)
                    .node("g", "Gemm", "a", "b", "a")
                    .withNumber("beta", 0.5f)
                    .node("y", "Gemm", "a", "b", "g")),
        row("matmul: 2d", m -> m.input("a", 3, 4).input("b", 4, 3).node("y", "MatMul", "a", "b")),
        row(
            "matmul: 3d",
            m -> m.input("a", 2, 3, 4).input("b", 2, 4, 3).node("y", "MatMul", "a", "b")),
        row(
            "matmul: 4d",
            m -> m.input("a", 1, 2, 3, 4).input("b", 1, 2, 4, 3).node("y", "MatMul", "a", "b")),
        row("matmul: 1d by 1d", m -> m.input("a", 3).input("b", 3).node("y", "MatMul", "a", "b")),
        row(
            "matmul: 4d by 1d",
            m -> m.input("a", 3, 1, 4, 2).input("b", 2).node("y", "MatMul", "a", "b")),
        row(
            "matmul: 1d by 3d",
            m -> m.input("a", 2).input("b", 3, 2, 1).node("y", "MatMul", "a", "b")),
        row(
            "matmul: broadcast",
            m -> m.input("a", 3, 1, 3, 4).input("b", 1, 2, 4, 2).node("y", "MatMul", "a", "b")),
        row(
            "matmul: constant on the left",
            m ->
                m.floats("a", List.of(2L, 3L), 1, 2, 3, 4, 5, 6)
                    .input("b", 2, 3, 2)
                    .node("y", "MatMul", "a", "b")),
        row(
            "matmul and a bias",
            m ->
                m.input("a", 2, 3)
                    .floats("b", List.of(3L, 2L), 1, 2, 3, 4, 5, 6)
                    .floats("c", List.of(2L), 7, 8)
                    .node("p", "MatMul", "a", "b")
                    .node("y", "Add", "c", "p")));
  }
}
