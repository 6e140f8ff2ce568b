package io.resnetc.source;

import io.resnetc.ir.op.ImageInput;
import io.resnetc.ir.op.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The declaration of a model's input; what is as by default is left out. */
final class InputText {
  private InputText() {}

  static String of(Input input) {
    String line = "  input %s %s".formatted(input.label(), input.shape());
    List<String> options = options(input.image());
    return options.isEmpty()
        ? line + "\n"
        : line + " {\n    " + String.join(",\n    ", options) + "\n  }\n";
  }

  private static List<String> options(ImageInput image) {
    ImageInput standard = ImageInput.DEFAULT;
    List<String> options = new ArrayList<>();
    if (image.scale() != standard.scale()) {
      options.add("scale = " + Numbers.text(image.scale()));
    }
    if (!image.mean().isEmpty()) {
      options.add("mean = " + list(image.mean().stream().map(Numbers::text).toList()));
    }
    if (!image.std().isEmpty()) {
      options.add("std = " + list(image.std().stream().map(Numbers::text).toList()));
    }
    if (image.resize() != standard.resize()) {
      options.add("resize = " + image.resize());
    }
    if (!image.labels().isEmpty()) {
      options.add("labels = " + list(image.labels().stream().map(InputText::quoted).toList()));
    }
    return options;
  }

  private static String list(List<String> elements) {
    return elements.stream().collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    return '"' + escaped + '"';
  }
}
