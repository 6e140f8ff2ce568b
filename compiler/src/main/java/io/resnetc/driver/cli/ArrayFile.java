package io.resnetc.driver.cli;

import io.resnetc.driver.npy.NpyReader;
import io.resnetc.runtime.NetworkInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Inputs that are the rows of a {@code .npy} array in NCHW order. */
final class ArrayFile implements Images {
  private final Path file;
  private final NpyReader reader;

  private ArrayFile(Path file, NpyReader reader) {
    this.file = file;
    this.reader = reader;
  }

  /** Opens a file and checks that its images are the network's. */
  static ArrayFile open(Path file, NetworkInfo info) throws IOException {
    NpyReader reader;
    try {
      reader = NpyReader.open(file);
    } catch (IOException e) {
      throw IoText.error(file, e);
    }
    List<Integer> shape = reader.shape();
    if (shape.size() != 4 || !shape.subList(1, 4).equals(info.inputDims())) {
      reader.close();
      throw new UserError(
          "%s has the shape %s; %s takes a batch [N, %s]%s"
              .formatted(file, shape, info.name(), inner(info), hint(shape, info)));
    }
    return new ArrayFile(file, reader);
  }

  private static String inner(NetworkInfo info) {
    String dims = info.inputDims().toString();
    return dims.substring(1, dims.length() - 1);
  }

  private static String hint(List<Integer> shape, NetworkInfo info) {
    List<Integer> dims = info.inputDims();
    if (shape.equals(dims)) {
      return "; add the first axis with x[None] in Python";
    }
    boolean channelsLast = List.of(dims.get(1), dims.get(2), dims.get(0)).equals(tail(shape));
    return channelsLast ? "; channels come first: x.transpose(0, 3, 1, 2) in Python" : "";
  }

  private static List<Integer> tail(List<Integer> shape) {
    return shape.size() == 4 ? shape.subList(1, 4) : List.of();
  }

  @Override
  public int count() {
    return reader.shape().get(0);
  }

  @Override
  public String name(int index) {
    return "%s[%d]".formatted(file, index);
  }

  @Override
  public int read(float[] target) throws IOException {
    try {
      return reader.read(target);
    } catch (IOException e) {
      throw IoText.error(file, e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
