package io.resnetc.onnx.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import io.resnetc.ir.interpret.ParameterSource;
import io.resnetc.ir.interpret.ParameterValues;
import io.resnetc.ir.op.ParamExpr;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The constant tensors of a model. A parameter of the checkpoint keeps its name, so that the file
 * serves as a checkpoint too; what a pass made of parameters has a name that no checkpoint uses, so
 * that a folded weight is never taken for the weight itself.
 */
final class Initializers {
  /** The same parameter may be needed with other dimensions, to broadcast. */
  private record Key(ParamExpr parameter, List<Integer> dims) {}

  private final GraphProto.Builder graph;
  private final UniqueNames names;
  private final ParameterSource weights;
  private final Map<Key, String> written = new HashMap<>();

  Initializers(GraphProto.Builder graph, UniqueNames names, ParameterSource weights) {
    this.graph = graph;
    this.names = names;
    this.weights = weights;
  }

  /** The name of a parameter's tensor, which is written when it is first asked for. */
  String parameter(ParamExpr parameter) {
    return parameter(parameter, parameter.dims());
  }

  /** The same with {@code dims} of as many elements. */
  String parameter(ParamExpr parameter, List<Integer> dims) {
    return written.computeIfAbsent(new Key(parameter, dims), key -> write(key));
  }

  /** A scalar constant. */
  String scalar(String name, double value) {
    ByteBuffer bytes = littleEndian(4).putFloat((float) value);
    return add(name, DataType.FLOAT, List.of(), bytes);
  }

  /** A vector of constant integers, as an operator takes for its axes and sizes. */
  String integers(String name, long... values) {
    ByteBuffer bytes = littleEndian(8 * values.length);
    LongStream.of(values).forEach(bytes::putLong);
    return add(name, DataType.INT64, List.of(values.length), bytes);
  }

  private String write(Key key) {
    // A new evaluation each time: one that remembers would hold all weights in double precision.
    double[] values = new ParameterValues(weights).of(key.parameter);
    ByteBuffer bytes = littleEndian(Math.multiplyExact(4, values.length));
    for (double value : values) {
      bytes.putFloat((float) value);
    }
    return add(name(key.parameter), DataType.FLOAT, key.dims, bytes);
  }

  private static String name(ParamExpr parameter) {
    if (parameter instanceof ParamExpr.Named named) {
      return named.name();
    }
    if (parameter instanceof ParamExpr.FoldWeight fold) {
      return name(fold.weight()) + ".folded";
    }
    if (parameter instanceof ParamExpr.FoldBias fold) {
      return name(fold.bias()) + ".folded";
    }
    if (parameter instanceof ParamExpr.Scale scale) {
      return scale.bn().path() + ".scale";
    }
    if (parameter instanceof ParamExpr.Shift shift) {
      return shift.bn().path() + ".shift";
    }
    if (parameter instanceof ParamExpr.Beside beside) {
      return name(beside.left()) + ".joined";
    }
    if (parameter instanceof ParamExpr.Sum sum) {
      return name(sum.left()) + ".joined";
    }
    return "constant";
  }

  private String add(String name, DataType type, List<Integer> dims, ByteBuffer bytes) {
    String unique = names.claim(name);
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(unique)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes.flip()));
    dims.forEach(tensor::addDims);
    graph.addInitializer(tensor);
    return unique;
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
