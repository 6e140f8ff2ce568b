package io.resnetc.onnx.export;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Shape;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Dimensions as ONNX states them. */
final class Dims {
  /** The batch's dimension, by name because it is chosen at each call. */
  private static final String BATCH = "N";

  private Dims() {}

  /** A value of the graph: float, {@code [N, C, H, W]} or {@code [N, F]}. */
  static ValueInfoProto value(String name, Shape shape) {
    TensorShapeProto.Builder dims = TensorShapeProto.newBuilder();
    dims.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(BATCH));
    shape.dims().forEach(dim -> dims.addDimBuilder().setDimValue(dim));
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT_VALUE).setShape(dims).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  /** Dimensions that make one number a channel broadcast over a value of {@code shape}. */
  static List<Integer> perChannel(Shape shape) {
    return Stream.concat(
            Stream.of(shape.channels()), Collections.nCopies(shape.dims().size() - 1, 1).stream())
        .toList();
  }

  /** Bytes of a parameter in float32. */
  static long bytes(ParamExpr parameter) {
    return parameter.dims().stream().mapToLong(Integer::longValue).reduce(4, (a, b) -> a * b);
  }
}
