package io.resnetc.onnx.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.resnetc.ir.text.IrParser;
import io.resnetc.testing.RecipeWeights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tool that opens an exported model sees. */
class OnnxModelTest {
  private static final RecipeWeights WEIGHTS = new RecipeWeights(1);

  @Test
  void aSourceGraphKeepsItsLayersAndTheCheckpointsNames() {
    ModelProto model =
        export(
            """
            graph Tiny {
              %0 = input image : [3, 8, 8] @ tiny.rn:2:3
              %1 = conv2d %0, weight = @conv1.weight[4, 3, 3, 3], kernel = 3 : [4, 6, 6] @ "conv1" tiny.rn:3:12
              %2 = batch_norm %1, bn = @bn1[4] eps 1e-05 : [4, 6, 6] @ "bn1" tiny.rn:3:40
              %3 = relu %2 : [4, 6, 6] @ in Basic "layer1.0" tiny.rn:3:50
              %4 = relu %3 : [4, 6, 6] @ in Basic "layer1.0" tiny.rn:3:60
              return %4
            }
            """);
    assertThat(nodes(model))
        .containsExactly(
            "conv1 = Conv(image, conv1.weight)",
            "bn1 = BatchNormalization(conv1, bn1.weight, bn1.bias, bn1.running_mean,"
                + " bn1.running_var)",
            "layer1.0/relu = Relu(bn1)",
            "output = Relu(layer1.0/relu)");
    assertThat(model.getGraph().getInitializerList())
        .extracting(TensorProto::getName)
        .containsExactly(
            "conv1.weight", "bn1.weight", "bn1.bias", "bn1.running_mean", "bn1.running_var");
    assertThat(model.getGraph().getNode(0).getDocString()).isEqualTo("tiny.rn:3:12");
  }

  @Test
  void anEpilogueBecomesNodesOfItsOwnAndFoldedParametersNamesOfTheirOwn() {
    ModelProto model =
        export(
            """
            graph Tiny {
              %0 = input image : [4, 8, 8]
              %1 = conv2d %0, %0, weight = fold(@conv1.weight[4, 4, 1, 1], @bn1[4] eps 1e-05), bias = shift(@bn1[4] eps 1e-05), kernel = 1, relu : [4, 8, 8] @ "conv1" -:0:0
              return %1
            }
            """);
    assertThat(nodes(model))
        .containsExactly(
            "conv1 = Conv(image, conv1.weight.folded, bn1.shift)",
            "conv1/add = Add(conv1, image)",
            "output = Relu(conv1/add)");
  }

  @Test
  void theBatchIsFreeAndEveryValueHasItsShape() {
    ModelProto model =
        export(
            """
            graph Tiny {
              %0 = input image : [3, 8, 8]
              %1 = subsample %0, stride = 2 : [3, 4, 4] @ "" -:0:0
              %2 = flatten %1 : [48] @ "" -:0:0
              return %2
            }
            """);
    assertThat(value(model.getGraph().getInput(0))).isEqualTo("image: N 3 8 8");
    assertThat(model.getGraph().getValueInfoList().stream().map(OnnxModelTest::value))
        .containsExactly("subsample: N 3 4 4");
    assertThat(value(model.getGraph().getOutput(0))).isEqualTo("output: N 48");
  }

  private static ModelProto export(String graph) {
    return OnnxExport.export(IrParser.parse(graph), WEIGHTS);
  }

  private static List<String> nodes(ModelProto model) {
    return model.getGraph().getNodeList().stream().map(OnnxModelTest::text).toList();
  }

  private static String text(NodeProto node) {
    return "%s = %s(%s)"
        .formatted(node.getOutput(0), node.getOpType(), String.join(", ", node.getInputList()));
  }

  private static String value(ValueInfoProto value) {
    StringBuilder text = new StringBuilder(value.getName()).append(':');
    value
        .getType()
        .getTensorType()
        .getShape()
        .getDimList()
        .forEach(
            dim ->
                text.append(' ')
                    .append(dim.hasDimParam() ? dim.getDimParam() : "" + dim.getDimValue()));
    return text.toString();
  }
}
