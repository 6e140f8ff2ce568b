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
    if (shape.isEmpty() || !sizes(tail(shape)).equals(sizes(info.inputDims()))) {
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
    boolean channelsLast =
        dims.size() == 3 && List.of(dims.get(1), dims.get(2), dims.get(0)).equals(tail(shape));
    return channelsLast ? "; channels come first: x.transpose(0, 3, 1, 2) in Python" : "";
  }

  private static List<Integer> tail(List<Integer> shape) {
    return shape.subList(Math.min(1, shape.size()), shape.size());
  }

  /** The sizes that say how elements lie: models of ONNX may leave out rows, or have more axes. */
  private static List<Integer> sizes(List<Integer> dims) {
    return dims.stream().filter(size -> size != 1).toList();
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
