package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.resnetc.driver.npy.NpyReader;
import io.resnetc.driver.npy.NpyWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model of two outputs, {@code x * w} and its relu, whose weight is an input. */
class OnnxOptionsTest extends CommandLineTest {
  private Path onnx;
  private Path weight;

  @BeforeEach
  void writeTheModel() throws IOException {
    GraphProto graph =
        GraphProto.newBuilder()
            .addInput(value("x", 1, 2))
            .addInput(value("w", 2, 3))
            .addOutput(value("product", 1, 3))
            .addOutput(value("positive", 1, 3))
            .addNode(node("MatMul", "product").addInput("x").addInput("w"))
            .addNode(node("Relu", "positive").addInput("product"))
            .build();
    onnx = folder.resolve("two.onnx");
    Files.write(
        onnx,
        ModelProto.newBuilder()
            .setIrVersion(8)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
            .setGraph(graph)
            .build()
            .toByteArray());
    weight = folder.resolve("w.pb");
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setDataType(DataType.FLOAT_VALUE).addDims(2).addDims(3);
    for (int i = 0; i < 6; i++) {
      tensor.addFloatData(i);
    }
    Files.write(weight, tensor.build().toByteArray());
  }

  @Test
  void chooseAnOutputAndFixAnInput() {
    Result result =
        run("dump", onnx, "--onnx-output", "positive", "--onnx-constant", "w=" + weight);
    assertThat(result.out()).contains("linear", "relu");
    result = run("dump", onnx, "--onnx-output", "product", "--onnx-constant", "w=" + weight);
    assertThat(result.out()).contains("linear").doesNotContain("relu");
  }

  @Test
  void alsoFromAnArrayOfNumPy() throws IOException {
    Path array = folder.resolve("w.npy");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new NpyWriter(bytes, List.of(2, 3)).write(new float[] {0, 1, 2, 3, 4, 5}, 6);
    Files.write(array, bytes.toByteArray());
    Path weights = folder.resolve("w.safetensors");
    Path source = folder.resolve("two.rn");
    Result result =
        run(
            "import",
            onnx,
            "--onnx-output",
            "product",
            "--onnx-constant",
            "w=" + array,
            "-o",
            source,
            "--weights-out",
            weights);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(Files.readString(source)).contains("linear(3, bias = false)");
  }

  @Test
  void aVectorsBatchHasTwoAxes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new NpyWriter(bytes, List.of(2, 2)).write(new float[] {1, 0, 0, -1}, 4);
    Path rows = Files.write(folder.resolve("x.npy"), bytes.toByteArray());
    Path result = folder.resolve("y.npy");
    Result run =
        run(
            "run",
            onnx,
            "--onnx-output",
            "positive",
            "--onnx-constant",
            "w=" + weight,
            "--input",
            rows,
            "--output",
            result);
    assertThat(run.code()).as(run.err()).isZero();
    try (NpyReader reader = NpyReader.open(result)) {
      float[] values = new float[6];
      reader.read(values);
      assertThat(values).containsExactly(0, 1, 2, 0, 0, 0);
    }
  }

  @Test
  void areNeededWhereTheModelLeavesMoreThanOneOpen() {
    assertThat(run("summary", onnx).err())
        .contains("several outputs, of which one has to be chosen: product, positive");
    Result result = run("summary", onnx, "--onnx-output", "nothing");
    assertThat(result.err()).contains("no output is called 'nothing', only product, positive");
  }

  @Test
  void areRefusedOfOtherModelsAndFiles() throws IOException {
    assertThat(run("summary", model, "--onnx-output", "product").err())
        .contains(model + ": error: only a model of ONNX has outputs and constants to choose");
    Files.writeString(weight, "no tensor");
    Result result = run("summary", onnx, "--onnx-constant", "w=" + weight);
    assertThat(result.code()).isOne();
    assertThat(result.err()).contains(weight + ": error: is not a tensor of ONNX");
  }

  private static NodeProto.Builder node(String type, String output) {
    return NodeProto.newBuilder().setOpType(type).addOutput(output);
  }

  private static ValueInfoProto value(String name, int... dims) {
    ValueInfoProto.Builder value = ValueInfoProto.newBuilder().setName(name);
    var tensor = value.getTypeBuilder().getTensorTypeBuilder().setElemType(DataType.FLOAT_VALUE);
    for (int dim : dims) {
      tensor.getShapeBuilder().addDimBuilder().setDimValue(dim);
    }
    return value.build();
  }
}
