package io.resnetc.ir.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.diag.Place;
import io.resnetc.ir.Graph;
import io.resnetc.ir.GraphBuilder;
import io.resnetc.ir.Origin;
import io.resnetc.ir.op.ImageInput;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.Relu;
import io.resnetc.ir.op.Shape;
import io.resnetc.testing.RandomGraphs;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** print(parse(text)) = text and parse(print(graph)) = graph. */
class PrintParseTest {
  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomGraphs(long seed) {
    for (Graph graph : List.of(RandomGraphs.source(seed), RandomGraphs.optimized(seed))) {
      String text = Printer.print(graph);
      assertThat(IrParser.parse(text)).isEqualTo(graph);
      assertThat(Printer.print(IrParser.parse(text))).isEqualTo(text);
    }
  }

  /** One line for each operator and each form of an attribute, as it is printed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "add %0, %0",
        "add %0, %0, relu",
        "add %0, %0, clamp = [0, 6]",
        "add %0, %0, clamp = [-inf, 0.1]",
        "add %0, %0, clamp = [-0, inf]",
        "avg_pool %0, kernel = 4",
        "avg_pool %0, kernel = 3, padding = 1, ceil, count_include_pad = false",
        "batch_norm %0, bn = @bn1[4] eps 1e-05",
        "batch_norm %0, bn = @\"odd name\"[4] eps 0.3333333333333333",
        "channel_pad %0, before = 8, after = 0",
        "conv2d %0, weight = @conv1.weight[8, 4, 3, 3], kernel = 3",
        "conv2d %0, %0, weight = @w[4, 4, 3, 3], kernel = 3, padding = 1, relu",
        "conv2d %0, weight = @w[8, 1, 3, 5], bias = @b[8], kernel = [3, 5], stride = [1, 2],"
            + " padding = [0, 1, 2, 3], dilation = 2, groups = 4",
        "conv2d %0, weight = @w[8, 4, 1, 1], kernel = 1, stride = 2, padding = [1, 0],"
            + " dilation = [1, 2]",
        "conv2d %0, weight = fold(@w[8, 4, 1, 1], @bn[8] eps 0), bias = shift(@bn[8] eps 0),"
            + " kernel = 1",
        "conv2d %0, weight = fold(fold(@w[8, 4, 1, 1], @a[8] eps 1), @b[8] eps 1),"
            + " bias = fold_bias(shift(@a[8] eps 1), @b[8] eps 1), kernel = 1",
        "flatten %0",
        "global_avg_pool %0",
        "identity %0",
        "max_pool %0, kernel = [2, 1], stride = 2, ceil",
        "relu %0",
        "scale_shift %0, scale = scale(@bn[4] eps 1e-05), shift = shift(@bn[4] eps 1e-05)",
        "scale_shift %0, scale = @a[4], shift = @b[4], relu",
        "subsample %0, stride = 2",
      })
  void everyOperator(String operation) {
    Graph graph =
        IrParser.parse("graph T { %0 = input x : [4, 15, 15] %1 = " + operation + " return %1 }");
    assertThat(Printer.operation(graph.node(1))).isEqualTo(operation);
    assertThat(IrParser.parse(Printer.print(graph))).isEqualTo(graph);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linear %0, weight = @w[2, 10]",
        "linear %0, weight = @w[2, 10], bias = @b[2], relu",
        "softmax %0"
      })
  void operatorsOfVectors(String operation) {
    Graph graph =
        IrParser.parse("graph T { %0 = input x : [10] %1 = " + operation + " return %1 }");
    assertThat(Printer.operation(graph.node(1))).isEqualTo(operation);
  }

  @Test
  void inputsWithPreprocessing() {
    String text =
        """
        graph "a b" {
          %0 = input "" : [3, 32, 32] {scale = 1, mean = [0.1, 0.2, 0.3], std = [1, 1, 1], \
        resize = 256, labels = ["cat", "\\"\\u0001"]} @ "My models/x.rn":2:3
          return %0
        }
        """;
    Graph graph = IrParser.parse(text);
    assertThat(graph.input().image().labels()).containsExactly("cat", "\"\u0001");
    assertThat(Printer.print(graph)).isEqualTo(text);
  }

  @Test
  void everyFormOfALocation() {
    List<Origin> origins =
        List.of(
            Origin.NONE,
            new Origin("", "", "", new Place("resnet.rn", 4, 20)),
            new Origin("", "", "conv1", new Place("resnet.rn", 4, 20)),
            new Origin("", "", "conv1", new Place("C:\\in\\x.rn", 4, 20)),
            new Origin("layer1.0", "Basic", "conv1", new Place("in", 4, 20)),
            new Origin("", "Basic", "", new Place("in", 4, 20)),
            new Origin("", "", "", new Place("in", 4, 20)),
            new Origin("layer1", "", "in", new Place("//in", 4, 20)));
    for (Origin origin : origins) {
      GraphBuilder builder = new GraphBuilder("T");
      builder.add(new Input("x", Shape.vector(1), ImageInput.DEFAULT), List.of(), Origin.NONE);
      Graph graph = builder.build(builder.add(new Relu(), List.of(0), origin));
      assertThat(IrParser.parse(Printer.print(graph))).isEqualTo(graph);
    }
  }

  @Test
  void commentsAndLineBreaksAreFree() {
    Graph graph =
        IrParser.parse(
            """
            // A comment.
            graph T { // another
              %0 = input x
                 : [4]
              %1 = relu %0 return %1
            } // the last
            """);
    assertThat(graph.nodes()).hasSize(2);
  }
}
