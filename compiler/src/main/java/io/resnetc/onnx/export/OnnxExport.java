package io.resnetc.onnx.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.interpret.ParameterSource;
import io.resnetc.ir.op.ParamExpr;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/** A graph and its weights as an ONNX model. */
public final class OnnxExport {
  /** The output's name; the input has the model's own, which comes first should it be the same. */
  public static final String OUTPUT = "output";

  private static final int OPERATOR_SET = 17;

  /** The version of the file format that came with operator set 17. */
  private static final int IR_VERSION = 8;

  /** Protocol buffers have no larger messages; what is left is for the nodes. */
  private static final long MAX_WEIGHT_BYTES = Integer.MAX_VALUE - (64L << 20);

  private OnnxExport() {}

  /**
   * Writes the model.
   *
   * @throws ModelTooLargeException when the weights do not fit into one ONNX file
   */
  public static void write(Graph graph, ParameterSource weights, OutputStream out)
      throws IOException {
    export(graph, weights).writeTo(out);
  }

  /**
   * The model, with a batch dimension of any size called {@code N}.
   *
   * @throws ModelTooLargeException when the weights do not fit into one ONNX file
   */
  public static ModelProto export(Graph graph, ParameterSource weights) {
    checkSize(graph);
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("resnetc")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
            .setGraph(new GraphTranslation(graph, weights).translate());
    ImageMetadata.of(graph.input().image()).forEach(model::addMetadataProps);
    return model.build();
  }

  private static void checkSize(Graph graph) {
    long bytes =
        graph.nodes().stream().flatMap(OnnxExport::params).distinct().mapToLong(Dims::bytes).sum();
    if (bytes > MAX_WEIGHT_BYTES) {
      throw new ModelTooLargeException(
          "%s has %d bytes of weights; an ONNX file holds at most %d"
              .formatted(graph.name(), bytes, MAX_WEIGHT_BYTES));
    }
  }

  private static Stream<ParamExpr> params(Node node) {
    return node.op().params().stream();
  }
}
