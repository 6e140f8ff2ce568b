package io.resnetc.onnx.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.resnetc.ir.Graph;
import io.resnetc.onnx.export.OnnxExport;
import io.resnetc.testing.RandomGraphs;
import io.resnetc.testing.RecipeWeights;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that no exporter writes are refused with the node that is wrong. */
class MalformedModelTest {
  static Stream<Arguments> models() {
    return Stream.of(
        row("(Relu): nothing before it computes 'z'", m -> m.node("y", "Relu", "z")),
        row("(Relu): nothing before it computes 'y'", m -> m.node("y", "Relu", "y")),
        row(
            "(Tanh): 'y' has a value before it",
            m -> m.node("y", "Relu", "x").node("y", "Tanh", "x")),
        row(
            "(Reshape): the shape [-2, -24]",
            m -> m.longs("s", -2L, -24L).node("y", "Reshape", "x", "s")),
        row(
            "(Reshape): the shape [-1, -1]",
            m -> m.longs("s", -1L, -1L).node("y", "Reshape", "x", "s")),
        row(
            "(Transpose): [0, 0, 1, 2] is no order of 4 axes",
            m -> m.node("y", "Transpose", "x").with("perm", 0L, 0L, 1L, 2L)),
        row(
            "(Pad): its attributes or constants are malformed",
            m -> m.longs("p", 0L, 0L, 1L << 40, 0L, 0L, 0L, 0L, 0L).node("y", "Pad", "x", "p")),
        row(
            "(ConstantOfShape): a constant of [30000, 60000]",
            m ->
                m.longs("s", 30000L, 60000L)
                    .node("c", "ConstantOfShape", "s")
                    .node("y", "Add", "x", "c")),
        row(
            "(Concat): [1, 2, 3, 4] and [1, 2, 12] do not fit along axis 1",
            m ->
                m.longs("s", 1L, 2L, 12L)
                    .node("z", "Reshape", "x", "s")
                    .node("y", "Concat", "x", "z")),
        row("(MatMul): a product of", m -> m.scalar("w", 2).node("y", "MatMul", "x", "w")),
        row(
            "(Split): [2, 3, 4] has no channels 0 to -1",
            m ->
                m.node("y", "Split", "x")
                    .with("axis", 1L)
                    .withList("split", -1L, 3L)
                    .andOutput("z")),
        row(
            "(Slice): a step of 0",
            m -> m.longs("0", 0L).longs("1", 1L).node("y", "Slice", "x", "0", "1", "1", "0")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void isRefused(String message, UnaryOperator<TinyModel> model) {
    TinyModel tiny = model.apply(new TinyModel().input("x", 1, 2, 3, 4));
    assertThatThrownBy(() -> OnnxImport.read(tiny.output("y"), ImportOptions.named("Tiny")))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining(message);
  }

  /** Whatever happens to a byte, no error is one of ours. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void isReadOrRefusedWhenAByteIsWrong(long seed) {
    Graph graph = RandomGraphs.source(seed);
    byte[] model = OnnxExport.export(graph, new RecipeWeights(seed)).toByteArray();
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      byte[] wrong = model.clone();
      wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      Throwable thrown =
          catchThrowable(
              () -> OnnxImport.read(ModelProto.parseFrom(wrong), ImportOptions.named("Tiny")));
      if (thrown != null) {
        assertThat(thrown)
            .isInstanceOfAny(UnsupportedModelException.class, InvalidProtocolBufferException.class);
      }
    }
  }

  private static Arguments row(String message, UnaryOperator<TinyModel> model) {
    return Arguments.of(message, model);
  }
}
