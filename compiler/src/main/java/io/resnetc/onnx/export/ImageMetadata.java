package io.resnetc.onnx.export;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.gson.Gson;
import io.resnetc.ir.op.ImageInput;
import java.util.List;

/** How a photograph becomes the input, and the classes' names, as the model file's metadata. */
final class ImageMetadata {
  private static final Gson JSON = new Gson();

  private ImageMetadata() {}

  /** {@code (byte * scale - mean) / std}; lists are JSON. */
  static List<StringStringEntryProto> of(ImageInput image) {
    return List.of(
        entry("image.scale", image.scale()),
        entry("image.mean", image.mean()),
        entry("image.std", image.std()),
        entry("image.resize", image.resize()),
        entry("labels", image.labels()));
  }

  private static StringStringEntryProto entry(String key, Object value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(JSON.toJson(value)).build();
  }
}
