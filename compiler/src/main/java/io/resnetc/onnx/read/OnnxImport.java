package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.resnetc.ir.op.ImageInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads ONNX models. */
public final class OnnxImport {
  private OnnxImport() {}

  /**
   * Reads a file.
   *
   * @throws UnsupportedModelException when it is no model, or has what the IR cannot express
   * @throws IOException when it cannot be read
   */
  public static ImportedModel read(Path file, ImportOptions options)
      throws IOException, UnsupportedModelException {
    ModelProto model;
    try {
      CodedInputStream in = CodedInputStream.newInstance(Files.readAllBytes(file));
      in.setSizeLimit(Integer.MAX_VALUE);
      model = ModelProto.parseFrom(in);
    } catch (InvalidProtocolBufferException e) {
      throw new UnsupportedModelException(List.of("not a valid ONNX model: " + e.getMessage()));
    }
    return read(model, options);
  }

  /**
   * Takes a model into the IR.
   *
   * @throws UnsupportedModelException when it has what the IR cannot express
   */
  public static ImportedModel read(ModelProto model, ImportOptions options)
      throws UnsupportedModelException {
    ModelView view = new ModelView(model, options);
    ImageInput image = ImageMetadata.of(model);
    List<String> problems = new ArrayList<>(view.problems());
    for (Layout layout : layouts(view)) {
      Attempt attempt = new Attempt(view, image, options.name(), layout);
      Optional<ImportedModel> read = attempt.run();
      if (read.isPresent() && view.problems().isEmpty()) {
        return read.get();
      }
      // Under every assumption more is possible when unrolling, so that only its problems are real.
      if (layout.unrolls() && problems.size() == view.problems().size()) {
        problems.addAll(attempt.problems());
      }
    }
    throw new UnsupportedModelException(problems);
  }

  /** What the axes may mean, the likeliest first: its problems are the ones to tell. */
  private static List<Layout> layouts(ModelView view) {
    List<Layout> layouts = new ArrayList<>();
    if (view.inputs().isEmpty()) {
      return List.of(new Layout(List.of(), false, true));
    }
    int rank = view.inputs().values().stream().mapToInt(List::size).min().orElseThrow();
    List<Integer> dims = view.inputs().values().iterator().next();
    if (rank > 1) {
      layouts.add(new Layout(dims.subList(0, 1), false, false));
      layouts.add(new Layout(dims.subList(0, 1), true, false));
    }
    layouts.add(new Layout(List.of(), false, false));
    for (int axes = 2; axes < rank; axes++) {
      layouts.add(new Layout(dims.subList(0, axes), false, false));
    }
    layouts.addAll(layouts.stream().map(Layout::unrolling).toList());
    return layouts;
  }
}
