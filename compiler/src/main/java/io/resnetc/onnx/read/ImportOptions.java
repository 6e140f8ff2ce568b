package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.resnetc.runtime.weights.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a model leaves open.
 *
 * @param name the network's name
 * @param constants inputs that are the same for every image, such as weights, by name
 * @param output the output to compute; may be empty where the model has only one
 */
public record ImportOptions(
    String name, Map<String, TensorProto> constants, Optional<String> output) {
  public ImportOptions {
    // In the given order, which is also the order of what is reported.
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
  }

  /** The same with one output of several. */
  public ImportOptions withOutput(String name) {
    return new ImportOptions(this.name, constants, Optional.of(name));
  }

  /** The same with an input that is the same for every image. */
  public ImportOptions withConstant(String input, Tensor tensor) {
    TensorProto.Builder proto =
        TensorProto.newBuilder().setDataType(TensorProto.DataType.FLOAT_VALUE);
    tensor.dims().forEach(proto::addDims);
    for (float value : tensor.values()) {
      proto.addFloatData(value);
    }
    return withConstant(input, proto.build());
  }

  /**
   * The same with an input that is in a file of its own, as a tensor of ONNX.
   *
   * @throws IOException when it cannot be read, or is none
   */
  public ImportOptions withConstant(String input, Path file) throws IOException {
    try {
      return withConstant(input, TensorProto.parseFrom(Files.readAllBytes(file)));
    } catch (InvalidProtocolBufferException e) {
      throw new IOException("is not a tensor of ONNX", e);
    }
  }

  private ImportOptions withConstant(String input, TensorProto tensor) {
    Map<String, TensorProto> more = new LinkedHashMap<>(constants);
    more.put(input, tensor);
    return new ImportOptions(name, more, output);
  }

  /** A model with one output whose inputs are all images. */
  public static ImportOptions named(String name) {
    return new ImportOptions(name, Map.of(), Optional.empty());
  }
}
