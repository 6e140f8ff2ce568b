package io.resnetc.onnx.read;

import static io.resnetc.onnx.read.OperatorCase.row;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts, orders and dimensions of tensors. */
class ReorderingTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void meansWhatOnnxRuntimeComputes(String name, UnaryOperator<TinyModel> model) {
    OperatorCase.assertMeansTheSame(name, model);
  }

  static Stream<Arguments> models() {
    return Stream.of(
        row(
            "split unevenly",
            m ->
                m.operatorSet(18)
                    .input("x", 7)
                    .node("p", "Split", "x")
                    .with("num_outputs", 3L)
                    .with("axis", 0L)
                    .andOutput("q")
                    .andOutput("y")),
        row(
            "split by sizes",
            m ->
                m.input("x", 2, 6)
                    .longs("sizes", 2L, 4L)
                    .node("p", "Split", "x", "sizes")
                    .with("axis", 1L)
                    .andOutput("y")),
        row(
            "split rows",
            m -> m.input("x", 2, 3, 4, 2).node("y", "Split", "x").with("axis", 2L).andOutput("q")),
        row(
            "split, old",
            m ->
                m.operatorSet(2)
                    .input("x", 2, 6)
                    .node("p", "Split", "x")
                    .with("axis", 1L)
                    .with("split", 2L, 4L)
                    .andOutput("y")),
        row(
            "concat columns",
            m ->
                m.input("x", 2, 3, 2, 2)
                    .node("n", "Neg", "x")
                    .node("y", "Concat", "x", "n")
                    .with("axis", -1L)),
        row(
            "slice of all axes but the batch",
            m ->
                slice(
                    m.input("x", 2, 8, 5, 4),
                    List.of(1L, 1L, 0L),
                    List.of(7L, 4L, 3L),
                    List.of(1L, 2L, 3L),
                    List.of(1L, 2L, 1L))),
        row(
            "slice: every other channel",
            m ->
                slice(
                    m.input("x", 2, 8, 3, 3), List.of(1L), List.of(99L), List.of(1L), List.of(2L))),
        row(
            "slice: backwards",
            m ->
                slice(
                    m.input("x", 2, 3, 3, 3),
                    List.of(-1L),
                    List.of(-99L),
                    List.of(3L),
                    List.of(-1L))),
        row(
            "slice: channels backwards",
            m ->
                slice(
                    m.input("x", 2, 3, 3, 3),
                    List.of(2L),
                    List.of(-9L),
                    List.of(1L),
                    List.of(-1L))),
        row(
            "slice, old",
            m ->
                m.operatorSet(9)
                    .input("x", 2, 3, 4, 4)
                    .node("y", "Slice", "x")
                    .withList("starts", 1L, 0L)
                    .withList("ends", 3L, -1L)
                    .withList("axes", 1L, 3L)),
        row(
            "transpose",
            m -> m.input("x", 2, 3, 4).node("y", "Transpose", "x").with("perm", 1L, 2L, 0L)),
        row(
            "channels last",
            m -> m.input("x", 2, 3, 4, 2).node("y", "Transpose", "x").with("perm", 0L, 2L, 3L, 1L)),
        row(
            "transpose twice",
            m -> m.input("x", 3, 4).node("t", "Transpose", "x").node("y", "Transpose", "t")),
        row(
            "reshape",
            m -> m.input("x", 2, 3, 4).longs("s", 2L, 0L, 1L, -1L).node("y", "Reshape", "x", "s")),
        row(
            "flatten from the end",
            m -> m.input("x", 5, 4, 3, 2).node("y", "Flatten", "x").with("axis", -1L)),
        row(
            "flatten all",
            m -> m.input("x", 5, 4, 3, 2).node("y", "Flatten", "x").with("axis", -4L)),
        row(
            "squeeze, old",
            m ->
                m.operatorSet(11)
                    .input("x", 1, 3, 4, 1)
                    .node("y", "Squeeze", "x")
                    .withList("axes", 3L)),
        row(
            "unsqueeze out of order",
            m -> m.input("x", 3, 4, 5).longs("a", 5L, 4L, 2L).node("y", "Unsqueeze", "x", "a")),
        row(
            "flatten as torch writes it",
            m ->
                m.input("x", 2, 3, 4, 4)
                    .node("s", "Shape", "x")
                    .longs("zero", 0L)
                    .node("n", "Gather", "s", "zero")
                    .longs("rest", -1L)
                    .node("t", "Concat", "n", "rest")
                    .with("axis", 0L)
                    .node("y", "Reshape", "x", "t")),
        row(
            "pixel shuffle",
            m ->
                m.input("x", 1, 9, 4, 4)
                    .longs("s", 1L, 1L, 3L, 3L, 4L, 4L)
                    .longs("t", 1L, 1L, 12L, 12L)
                    .node("r", "Reshape", "x", "s")
                    .node("p", "Transpose", "r")
                    .with("perm", 0L, 1L, 4L, 2L, 5L, 3L)
                    .node("y", "Reshape", "p", "t")),
        row(
            "channels by their numbers",
            m ->
                m.input("x", 2, 3, 4, 4)
                    .longs("i", 2L, 0L, -2L)
                    .node("g", "Gather", "x", "i")
                    .with("axis", 1L)
                    .node("y", "GlobalMaxPool", "g")),
        row(
            "rows by their numbers",
            m ->
                m.input("x", 2, 3, 4, 4)
                    .longs("i", 3L, 0L)
                    .node("y", "Gather", "x", "i")
                    .with("axis", 2L)),
        row(
            "reshape by a part of a shape",
            m ->
                m.input("x", 2, 3, 4)
                    .node("s", "Shape", "x")
                    .with("start", 1L)
                    .longs("rest", -1L)
                    .node("t", "Concat", "rest", "s")
                    .with("axis", 0L)
                    .node("y", "Reshape", "x", "t")));
  }

  private static TinyModel slice(
      TinyModel model, List<Long> starts, List<Long> ends, List<Long> axes, List<Long> steps) {
    return model
        .longs("starts", starts.toArray(Long[]::new))
        .longs("ends", ends.toArray(Long[]::new))
        .longs("axes", axes.toArray(Long[]::new))
        .longs("steps", steps.toArray(Long[]::new))
        .node("y", "Slice", "x", "starts", "ends", "axes", "steps");
  }
}
