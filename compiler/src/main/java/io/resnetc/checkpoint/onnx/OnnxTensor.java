package io.resnetc.checkpoint.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.resnetc.diag.Printable;
import io.resnetc.runtime.weights.DType;
import io.resnetc.runtime.weights.TensorSource;
import io.resnetc.runtime.weights.WeightsException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** An ONNX tensor as a source of weights: raw bytes, or numbers in the field for their type. */
public final class OnnxTensor {
  private final TensorProto tensor;
  private final DType dtype;
  private final int elements;

  private OnnxTensor(TensorProto tensor) {
    this.tensor = tensor;
    if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
      throw malformed("is kept in another file, which is not supported");
    }
    this.dtype = dtype();
    this.elements = elements();
  }

  /**
   * Checks and takes a tensor's data.
   *
   * @throws WeightsException when its shape and its data do not agree
   */
  public static TensorSource of(TensorProto tensor) {
    return new OnnxTensor(tensor).source();
  }

  private TensorSource source() {
    List<Integer> dims = tensor.getDimsList().stream().map(Math::toIntExact).toList();
    return TensorSource.of(dtype, dims, dtype.decodable() ? bytes() : new byte[0]);
  }

  private DType dtype() {
    TensorProto.DataType type = TensorProto.DataType.forNumber(tensor.getDataType());
    if (type == null || type == TensorProto.DataType.UNDEFINED) {
      throw malformed("has an unknown type, number " + tensor.getDataType());
    }
    return switch (type) {
      case FLOAT -> DType.F32;
      case DOUBLE -> DType.F64;
      case FLOAT16 -> DType.F16;
      case BFLOAT16 -> DType.BF16;
      case INT64 -> DType.I64;
      case INT32 -> DType.I32;
      case INT16 -> DType.I16;
      case INT8 -> DType.I8;
      case UINT64 -> DType.U64;
      case UINT32 -> DType.U32;
      case UINT16 -> DType.U16;
      case UINT8 -> DType.U8;
      case BOOL -> DType.BOOL;
      case COMPLEX64 -> DType.C64;
      default -> throw malformed("is of type " + type + ", which no safetensors file can hold");
    };
  }

  private int elements() {
    try {
      int count = 1;
      for (long dim : tensor.getDimsList()) {
        if (dim < 0) {
          throw malformed("has a negative size");
        }
        count = Math.multiplyExact(count, Math.toIntExact(dim));
      }
      Math.multiplyExact(count, dtype.bits() / Byte.SIZE);
      return count;
    } catch (ArithmeticException e) {
      throw malformed("claims to be larger than any file");
    }
  }

  private byte[] bytes() {
    int length = elements * (dtype.bits() / Byte.SIZE);
    if (tensor.hasRawData()) {
      requireData(tensor.getRawData().size(), length, "bytes");
      return tensor.getRawData().toByteArray();
    }
    requireData(numbers(), elements, "numbers");
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < elements; i++) {
      switch (dtype) {
        case F32 -> bytes.putFloat(tensor.getFloatData(i));
        case F64 -> bytes.putDouble(tensor.getDoubleData(i));
        default -> bytes.putShort((short) tensor.getInt32Data(i));
      }
    }
    return bytes.array();
  }

  private int numbers() {
    return switch (dtype) {
      case F32 -> tensor.getFloatDataCount();
      case F64 -> tensor.getDoubleDataCount();
      default -> tensor.getInt32DataCount();
    };
  }

  private void requireData(int found, int needed, String unit) {
    if (found != needed) {
      throw malformed("needs %d %s, the file has %d".formatted(needed, unit, found));
    }
  }

  private WeightsException malformed(String what) {
    return new WeightsException(
        "initializer '%s' %s".formatted(Printable.of(tensor.getName()), what));
  }
}
