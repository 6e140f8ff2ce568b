package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.List;

/** Puts small models together. A dimension of 0 has any size. */
final class TinyModel {
  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private long operatorSet = 17;

  TinyModel operatorSet(long version) {
    operatorSet = version;
    return this;
  }

  TinyModel input(String name, int... dims) {
    graph.addInput(value(name, DataType.FLOAT, dims));
    return this;
  }

  TinyModel input(String name, DataType type, int... dims) {
    graph.addInput(value(name, type, dims));
    return this;
  }

  TinyModel floats(String name, List<Long> dims, float... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(DataType.FLOAT_VALUE).addAllDims(dims);
    for (float value : values) {
      tensor.addFloatData(value);
    }
    graph.addInitializer(tensor);
    return this;
  }

  /** A node that makes a constant. */
  TinyModel constant(String name, List<Long> dims, float... values) {
    floats(name, dims, values);
    int last = graph.getInitializerCount() - 1;
    TensorProto tensor = graph.getInitializer(last);
    graph.removeInitializer(last);
    return node(name, "Constant")
        .with(
            AttributeProto.newBuilder()
                .setName("value")
                .setType(AttributeType.TENSOR)
                .setT(tensor));
  }

  TinyModel longs(String name, Long... values) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.INT64_VALUE)
            .addDims(values.length)
            .addAllInt64Data(Arrays.asList(values)));
    return this;
  }

  TinyModel scalar(String name, float value) {
    return floats(name, List.of(), value);
  }

  /** A node whose name is its output's. */
  TinyModel node(String output, String type, String... inputs) {
    graph.addNode(
        NodeProto.newBuilder()
            .setName(output)
            .setOpType(type)
            .addAllInput(Arrays.asList(inputs))
            .addOutput(output));
    return this;
  }

  /** An attribute of the last node. */
  TinyModel with(String attribute, Long... values) {
    AttributeProto.Builder added = AttributeProto.newBuilder().setName(attribute);
    if (values.length == 1) {
      added.setType(AttributeType.INT).setI(values[0]);
    } else {
      added.setType(AttributeType.INTS).addAllInts(Arrays.asList(values));
    }
    return with(added);
  }

  /** A product of {@code a} and {@code b} plus {@code c}. */
  TinyModel gemm() {
    return node("y", "Gemm", "a", "b", "c");
  }

  /** An attribute of the last node that is a list even of one number. */
  TinyModel withList(String attribute, Long... values) {
    return with(
        AttributeProto.newBuilder()
            .setName(attribute)
            .setType(AttributeType.INTS)
            .addAllInts(Arrays.asList(values)));
  }

  /** An attribute of the last node. */
  TinyModel withNumber(String attribute, float value) {
    return with(
        AttributeProto.newBuilder().setName(attribute).setType(AttributeType.FLOAT).setF(value));
  }

  /** An attribute of the last node. */
  TinyModel with(String attribute, String value) {
    return with(
        AttributeProto.newBuilder()
            .setName(attribute)
            .setType(AttributeType.STRING)
            .setS(ByteString.copyFromUtf8(value)));
  }

  private TinyModel with(AttributeProto.Builder attribute) {
    graph.getNodeBuilder(graph.getNodeCount() - 1).addAttribute(attribute);
    return this;
  }

  /** Another output of the last node. */
  TinyModel andOutput(String name) {
    graph.getNodeBuilder(graph.getNodeCount() - 1).addOutput(name);
    return this;
  }

  /** The finished model, which computes this value. */
  ModelProto output(String name) {
    graph.addOutput(value(name, DataType.FLOAT));
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(operatorSet))
        .setGraph(graph)
        .build();
  }

  private static ValueInfoProto value(String name, DataType type, int... dims) {
    ValueInfoProto.Builder value = ValueInfoProto.newBuilder().setName(name);
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int dim : dims) {
      TensorShapeProto.Dimension.Builder added = shape.addDimBuilder();
      if (dim == 0) {
        added.setDimParam("N");
      } else {
        added.setDimValue(dim);
      }
    }
    value.getTypeBuilder().getTensorTypeBuilder().setElemType(type.getNumber()).setShape(shape);
    return value.build();
  }
}
