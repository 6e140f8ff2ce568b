package io.resnetc.onnx.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.resnetc.source.SourceWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small models as they come out in the language. */
class OnnxImportTest {
  @Test
  void takesPathsFromWeightsAndFromNodes() throws UnsupportedModelException {
    ModelProto model =
        new TinyModel()
            .input("input.1", 0, 1, 4, 4)
            .floats("layer1.0.conv1.weight", List.of(1L, 1L, 1L, 1L), 2)
            .floats("onnx::Conv_7", List.of(1L, 1L, 1L, 1L), 3)
            .node("a", "Conv", "input.1", "layer1.0.conv1.weight")
            .node("/layer2/layer2.0/conv1/Conv", "Conv", "a", "onnx::Conv_7")
            .output("/layer2/layer2.0/conv1/Conv");
    assertThat(text(model))
        .isEqualTo(
            """
            model Tiny {
              input input_1 [1, 4, 4]
              return input_1 -> layer1.0.conv1: conv(1, 1) -> layer2.0.conv1: conv(1, 1)
            }
            """);
  }

  @Test
  void foldsShapesAndFlattensOnlyWhereAVectorIsNeeded() throws UnsupportedModelException {
    ModelProto model =
        new TinyModel()
            .input("x", 0, 2, 2, 2)
            .longs("first", 0L)
            .longs("rest", -1L)
            .floats("w", List.of(8L, 1L), 1, 2, 3, 4, 5, 6, 7, 8)
            .node("shape", "Shape", "x")
            .node("batch", "Gather", "shape", "first")
            .node("target", "Concat", "batch", "rest")
            .with("axis", 0L)
            .node("rows", "Reshape", "x", "target")
            .node("relu", "Relu", "rows")
            .node("fc", "MatMul", "relu", "w")
            .output("fc");
    assertThat(text(model))
        .isEqualTo(
            """
            model Tiny {
              input x [2, 2, 2]
              return x -> relu -> flatten -> fc: linear(1, bias = false)
            }
            """);
  }

  @Test
  void readsAChannelShuffleAndArithmeticWithConstants() throws UnsupportedModelException {
    ModelProto model =
        new TinyModel()
            .input("x", 1, 4, 3, 3)
            .longs("groups", 0L, 2L, 2L, 3L, 3L)
            .longs("channels", 0L, 4L, 3L, 3L)
            .floats("two", List.of(), 2)
            .floats("c", List.of(4L, 1L, 1L), 1, 2, 3, 4)
            .node("split", "Reshape", "x", "groups")
            .node("dealt", "Transpose", "split")
            .with("perm", 0L, 2L, 1L, 3L, 4L)
            .node("joined", "Reshape", "dealt", "channels")
            .node("half", "Div", "joined", "two")
            .node("shifted", "Sub", "c", "half")
            .output("shifted");
    ImportedModel imported = OnnxImport.read(model, ImportOptions.named("Tiny"));
    assertThat(SourceWriter.print(imported.graph()))
        .isEqualTo(
            """
            model Tiny {
              input x [4, 3, 3]
              return x
                  -> channel_shuffle(2)
                  -> half: scale_shift(scale = 0.5, shift = 0)
                  -> shifted: scale_shift(scale = -1)
            }
            """);
    assertThat(imported.weights().get("shifted.bias").decode().values())
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void listsAllThatItCannotExpress() {
    ModelProto model =
        new TinyModel()
            .input("x", 0, 4, 0, 3)
            .node("a", "Elu", "x")
            .node("b", "Relu", "a")
            .node("c", "Mish", "b")
            .output("c");
    assertThatThrownBy(() -> text(model))
        .isInstanceOfSatisfying(
            UnsupportedModelException.class,
            e ->
                assertThat(e.reasons())
                    .containsExactly(
                        "input 'x': axis 2 has no fixed size ('N')",
                        "a (Elu): the operator is not supported",
                        "c (Mish): the operator is not supported"));
  }

  @Test
  void refusesAttributesThatDoNotFit() {
    ModelProto model =
        new TinyModel()
            .input("x", 1, 4, 3, 3)
            .node("y", "Transpose", "x")
            .with("perm", 0L, 9L)
            .output("y");
    assertThatThrownBy(() -> text(model)).hasMessage("y (Transpose): [0, 9] is no order of 4 axes");
  }

  @Test
  void refusesOtherTypes() {
    ModelProto model =
        new TinyModel().input("x", DataType.DOUBLE, 1, 4).node("y", "Relu", "x").output("y");
    assertThatThrownBy(() -> text(model)).hasMessage("input 'x' is of type double, not float32");
  }

  private static String text(ModelProto model) throws UnsupportedModelException {
    return SourceWriter.print(OnnxImport.read(model, ImportOptions.named("Tiny")).graph());
  }
}
