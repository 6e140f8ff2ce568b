package io.resnetc.onnx.read;

import static io.resnetc.onnx.read.OperatorCase.row;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Windows, padding and means. */
class PoolsTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void meansWhatOnnxRuntimeComputes(String name, UnaryOperator<TinyModel> model) {
    OperatorCase.assertMeansTheSame(name, model);
  }

  static Stream<Arguments> models() {
    return Stream.of(
        row(
            "pad",
            m ->
                m.input("x", 1, 3, 4, 5)
                    .longs("p", 0L, 0L, 1L, 3L, 0L, 0L, 2L, 4L)
                    .scalar("v", 1.2f)
                    .node("y", "Pad", "x", "p", "v")),
        row(
            "pad all but the batch",
            m ->
                m.input("x", 2, 3, 2, 2)
                    .longs("p", 0L, 1L, 0L, -1L, 0L, 2L, 1L, 0L)
                    .node("y", "Pad", "x", "p")),
        row(
            "pad, old",
            m ->
                m.operatorSet(2)
                    .input("x", 2, 3, 2, 2)
                    .node("y", "Pad", "x")
                    .with("pads", 0L, 0L, 1L, 1L, 0L, 0L, 1L, 1L)
                    .withNumber("value", 2f)),
        row(
            "mean of everything",
            m -> m.input("x", 3, 2, 2).node("y", "ReduceMean", "x").with("keepdims", 1L)),
        row(
            "mean of rows",
            m ->
                m.input("x", 3, 2, 2)
                    .node("y", "ReduceMean", "x")
                    .withList("axes", 1L)
                    .with("keepdims", 0L)),
        row(
            "mean of channels",
            m -> m.input("x", 2, 3, 4, 4).node("y", "ReduceMean", "x").withList("axes", 1L)),
        row(
            "mean of the batch",
            m -> m.input("x", 3, 2, 2).node("y", "ReduceMean", "x").withList("axes", 0L)),
        row(
            "mean over space",
            m ->
                m.operatorSet(18)
                    .input("x", 2, 3, 4, 4)
                    .longs("a", -1L, -2L)
                    .node("y", "ReduceMean", "x", "a")
                    .with("keepdims", 0L)),
        row(
            "average, 1d",
            m -> m.input("x", 1, 3, 32).node("y", "AveragePool", "x").withList("kernel_shape", 2L)),
        row(
            "average, same upper",
            m ->
                m.input("x", 1, 3, 8, 8)
                    .node("y", "AveragePool", "x")
                    .with("kernel_shape", 2L, 2L)
                    .with("auto_pad", "SAME_UPPER")),
        row(
            "average, same lower",
            m ->
                m.input("x", 1, 3, 8, 8)
                    .node("y", "AveragePool", "x")
                    .with("kernel_shape", 2L, 2L)
                    .with("auto_pad", "SAME_LOWER")),
        row(
            "average, padded and ceil",
            m ->
                m.input("x", 1, 1, 4, 4)
                    .node("y", "AveragePool", "x")
                    .with("kernel_shape", 3L, 3L)
                    .with("strides", 2L, 2L)
                    .with("ceil_mode", 1L)),
        row(
            "average, last window on padding",
            m ->
                m.input("x", 1, 3, 2, 2)
                    .node("y", "AveragePool", "x")
                    .with("kernel_shape", 3L, 3L)
                    .with("strides", 3L, 3L)
                    .with("pads", 1L, 1L, 1L, 1L)
                    .with("ceil_mode", 1L)
                    .with("count_include_pad", 1L)),
        row(
            "mean of channels in a network",
            m ->
                m.input("x", 2, 3, 4, 4)
                    .node("a", "ReduceMean", "x")
                    .withList("axes", 1L)
                    .node("p", "Mul", "x", "a")
                    .node("y", "GlobalAveragePool", "p")),
        row(
            "average, padding counted",
            m ->
                m.input("x", 1, 3, 28, 28)
                    .node("y", "AveragePool", "x")
                    .with("kernel_shape", 3L, 3L)
                    .with("pads", 2L, 2L, 2L, 2L)
                    .with("count_include_pad", 1L)),
        row(
            "maximum, column major",
            m ->
                m.input("x", 1, 1, 5, 5)
                    .node("y", "MaxPool", "x")
                    .with("kernel_shape", 2L, 2L)
                    .with("strides", 2L, 2L)
                    .with("storage_order", 1L)),
        row(
            "maximum, dilated",
            m ->
                m.input("x", 1, 1, 4, 4)
                    .node("y", "MaxPool", "x")
                    .with("kernel_shape", 2L, 2L)
                    .with("dilations", 2L, 2L)),
        row(
            "maximum, 1d",
            m ->
                m.input("x", 1, 3, 32)
                    .node("y", "MaxPool", "x")
                    .withList("kernel_shape", 2L)
                    .withList("strides", 2L)),
        row(
            "maximum, last window on padding",
            m ->
                m.input("x", 1, 1, 2, 2)
                    .node("y", "MaxPool", "x")
                    .with("kernel_shape", 1L, 1L)
                    .with("strides", 2L, 2L)
                    .with("ceil_mode", 1L)),
        row(
            "convolution, same lower",
            m ->
                m.input("x", 1, 1, 5, 5)
                    .input("w", 1, 1, 3, 3)
                    .node("y", "Conv", "x", "w")
                    .with("auto_pad", "SAME_LOWER")
                    .with("strides", 2L, 2L)),
        row(
            "convolution, asymmetric",
            m ->
                m.input("x", 1, 1, 7, 5)
                    .input("w", 1, 1, 3, 3)
                    .node("y", "Conv", "x", "w")
                    .with("pads", 1L, 0L, 1L, 0L)
                    .with("strides", 2L, 2L)),
        row(
            "convolution, 1d",
            m ->
                m.input("x", 2, 4, 10)
                    .input("w", 6, 2, 3)
                    .input("b", 6)
                    .node("y", "Conv", "x", "w", "b")
                    .with("group", 2L)
                    .withList("dilations", 2L)),
        row("global maximum, 1d", m -> m.input("x", 2, 4, 10).node("y", "GlobalMaxPool", "x")));
  }
}
