package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import io.resnetc.checkpoint.onnx.OnnxTensor;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.runtime.weights.TensorSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** A tensor that is known when the model is read. Large ones are decoded only when asked. */
final class Constant implements Value {
  private final DataType type;
  private final List<Integer> dims;
  private final Supplier<double[]> values;
  private final Optional<TensorSource> stored;

  private Constant(
      DataType type, List<Integer> dims, Supplier<double[]> values, Optional<TensorSource> stored) {
    this.type = type;
    this.dims = List.copyOf(dims);
    this.values = values;
    this.stored = stored;
  }

  /** Values that were computed. */
  static Constant of(DataType type, List<Integer> dims, double... values) {
    return new Constant(type, dims, () -> values, Optional.empty());
  }

  /** A vector of integers, as shapes are. */
  static Constant integers(List<Integer> values) {
    double[] numbers = values.stream().mapToDouble(Integer::doubleValue).toArray();
    return of(DataType.INT64, List.of(numbers.length), numbers);
  }

  /**
   * A tensor of the file.
   *
   * @throws Unsupported when its type is not one that constants come in
   * @throws io.resnetc.runtime.weights.WeightsException when it is malformed
   */
  static Constant of(TensorProto tensor) {
    DataType type = DataType.forNumber(tensor.getDataType());
    TensorSource source = OnnxTensor.of(tensor);
    List<Integer> dims = source.dims();
    if (source.dtype().decodable()) {
      return new Constant(type, dims, () -> widened(source.decode().values()), Optional.of(source));
    }
    double[] integers = integers(tensor, type, Dimensions.elements(dims));
    return new Constant(type, dims, () -> integers, Optional.empty());
  }

  DataType type() {
    return type;
  }

  List<Integer> dims() {
    return dims;
  }

  int elements() {
    return Dimensions.elements(dims);
  }

  /** The values in row-major order; not to be changed. */
  double[] values() {
    return values.get();
  }

  /** The values of a vector of integers, such as axes. */
  long[] longs() {
    double[] numbers = values();
    long[] result = new long[numbers.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (long) numbers[i];
    }
    return result;
  }

  /** The only element. */
  double scalar() {
    if (elements() != 1) {
      throw new Unsupported("a tensor of %s where one number is needed", dims);
    }
    return values()[0];
  }

  /** The same values with other dimensions of as many elements. */
  Constant reshaped(List<Integer> other) {
    return new Constant(type, other, values, stored.map(source -> reshaped(source, other)));
  }

  /** The same values as another type. */
  Constant as(DataType other) {
    boolean integer = other == DataType.INT64 || other == DataType.INT32;
    double[] numbers = values().clone();
    for (int i = 0; integer && i < numbers.length; i++) {
      numbers[i] = (long) numbers[i];
    }
    return of(other, dims, numbers);
  }

  /** The tensor as weights are kept: rounded to float. */
  TensorSource source() {
    return stored.orElseGet(() -> TensorSource.of(new Tensor(rounded(values()), dims)));
  }

  private static TensorSource reshaped(TensorSource source, List<Integer> dims) {
    return new ReshapedSource(source, dims);
  }

  private static double[] integers(TensorProto tensor, DataType type, int elements) {
    boolean wide = type == DataType.INT64;
    if (!wide && type != DataType.INT32 && type != DataType.BOOL) {
      throw new Unsupported("is a constant of type %s", type.name().toLowerCase(Locale.ROOT));
    }
    LongStream numbers = LongStream.empty();
    if (tensor.hasRawData()) {
      numbers = raw(tensor.getRawData(), type);
    } else if (wide) {
      numbers = tensor.getInt64DataList().stream().mapToLong(Long::longValue);
    } else {
      numbers = tensor.getInt32DataList().stream().mapToLong(Integer::longValue);
    }
    double[] result = numbers.asDoubleStream().toArray();
    if (result.length != elements) {
      throw new Unsupported("is a malformed constant");
    }
    return result;
  }

  private static LongStream raw(ByteString bytes, DataType type) {
    ByteBuffer data = bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    LongStream.Builder numbers = LongStream.builder();
    int size = type == DataType.INT64 ? Long.BYTES : type == DataType.INT32 ? Integer.BYTES : 1;
    while (data.remaining() >= size) {
      numbers.add(size == Long.BYTES ? data.getLong() : size == 1 ? data.get() : data.getInt());
    }
    return numbers.build();
  }

  private static double[] widened(float[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i];
    }
    return result;
  }

  private static float[] rounded(double[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) values[i];
    }
    return result;
  }
}
