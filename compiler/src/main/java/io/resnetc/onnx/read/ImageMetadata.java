package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import io.resnetc.ir.op.ImageInput;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a photograph becomes the input, where resnetc exported the model. */
final class ImageMetadata {
  private static final Gson JSON = new Gson();

  private ImageMetadata() {}

  /** The defaults, where the model does not say. */
  static ImageInput of(ModelProto model) {
    Map<String, String> entries =
        model.getMetadataPropsList().stream()
            .collect(
                Collectors.toMap(
                    StringStringEntryProto::getKey,
                    StringStringEntryProto::getValue,
                    (first, second) -> first));
    ImageInput standard = ImageInput.DEFAULT;
    try {
      return new ImageInput(
          value(entries, "image.scale", Double.class, standard.scale()),
          List.of(value(entries, "image.mean", Double[].class, new Double[0])),
          List.of(value(entries, "image.std", Double[].class, new Double[0])),
          value(entries, "image.resize", Integer.class, standard.resize()),
          List.of(value(entries, "labels", String[].class, new String[0])));
    } catch (JsonSyntaxException | IllegalArgumentException | NullPointerException e) {
      return standard; // another tool's entries of the same names
    }
  }

  private static <T> T value(Map<String, String> entries, String key, Class<T> type, T byDefault) {
    String text = entries.get(key);
    return text == null ? byDefault : JSON.fromJson(text, type);
  }
}
