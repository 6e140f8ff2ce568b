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
import java.util.Arrays;
import java.util.List;

/** Puts small models together. A dimension of 0 has any size. */
final class TinyModel {
  private final GraphProto.Builder graph = GraphProto.newBuilder();

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

  TinyModel longs(String name, Long... values) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.INT64_VALUE)
            .addDims(values.length)
            .addAllInt64Data(Arrays.asList(values)));
    return this;
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
    graph.getNodeBuilder(graph.getNodeCount() - 1).addAttribute(added);
    return this;
  }

  /** The finished model, which computes this value. */
  ModelProto output(String name) {
    graph.addOutput(value(name, DataType.FLOAT));
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
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
