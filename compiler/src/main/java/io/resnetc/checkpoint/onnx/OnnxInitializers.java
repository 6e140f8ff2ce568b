package io.resnetc.checkpoint.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import com.google.protobuf.WireFormat;
import io.resnetc.diag.Printable;
import io.resnetc.runtime.weights.TensorSource;
import io.resnetc.runtime.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a model's initializers and skips all else, so that neither the graph nor anything that
 * surrounds it takes memory or can be wrong.
 */
public final class OnnxInitializers {
  /** Bounds what empty messages of two bytes each can make of a file. */
  private static final int MAX_TENSORS = 100_000;

  private final Map<String, TensorSource> tensors = new LinkedHashMap<>();

  private OnnxInitializers() {}

  /**
   * Reads a file; the tensors are in its order, by name.
   *
   * @throws WeightsException when it is malformed, or keeps its tensors in other files
   * @throws IOException when it cannot be read
   */
  public static Map<String, TensorSource> read(Path file) throws IOException {
    if (Files.size(file) > Integer.MAX_VALUE - Long.BYTES) {
      throw new WeightsException("larger than 2 GiB, which no ONNX file can be");
    }
    CodedInputStream in = UnsafeByteOperations.unsafeWrap(Files.readAllBytes(file)).newCodedInput();
    in.enableAliasing(true);
    OnnxInitializers initializers = new OnnxInitializers();
    try {
      initializers.model(in);
    } catch (InvalidProtocolBufferException e) {
      throw new WeightsException("not a valid ONNX model: " + e.getMessage());
    }
    return initializers.tensors;
  }

  private void model(CodedInputStream in) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (is(tag, ModelProto.GRAPH_FIELD_NUMBER)) {
        graph(in.readBytes().newCodedInput());
      } else {
        in.skipField(tag);
      }
    }
  }

  private void graph(CodedInputStream in) throws IOException {
    in.enableAliasing(true);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (is(tag, GraphProto.INITIALIZER_FIELD_NUMBER)) {
        tensor(in.readBytes());
      } else {
        in.skipField(tag);
      }
    }
  }

  private void tensor(ByteString message) throws IOException {
    if (tensors.size() == MAX_TENSORS) {
      throw new WeightsException("more than " + MAX_TENSORS + " initializers");
    }
    TensorProto tensor = TensorProto.parseFrom(message);
    if (tensors.put(tensor.getName(), OnnxTensor.of(tensor)) != null) {
      throw new WeightsException(
          "two initializers are called '%s'".formatted(Printable.of(tensor.getName())));
    }
  }

  private static boolean is(int tag, int field) {
    return WireFormat.getTagFieldNumber(tag) == field
        && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
  }
}
