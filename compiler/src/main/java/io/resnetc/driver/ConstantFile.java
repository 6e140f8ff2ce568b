package io.resnetc.driver;

import io.resnetc.driver.npy.NpyReader;
import io.resnetc.onnx.read.ImportOptions;
import io.resnetc.runtime.weights.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A tensor in a file of its own: an array of NumPy, or a tensor of ONNX. */
record ConstantFile(Path path) {
  /** The first byte of every {@code .npy} file, which no tensor of ONNX begins with. */
  private static final int NUMPY = 0x93;

  /**
   * Gives the tensor to an input; its kind is told from its first byte.
   *
   * @throws IOException when it cannot be read, or is of neither kind
   */
  ImportOptions addTo(ImportOptions options, String input) throws IOException {
    return isArray() ? options.withConstant(input, array()) : options.withConstant(input, path);
  }

  private boolean isArray() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == NUMPY;
    }
  }

  private Tensor array() throws IOException {
    try (NpyReader reader = NpyReader.open(path)) {
      List<Integer> dims = reader.shape();
      if (dims.isEmpty()) {
        throw new IOException("has no axes; save a single number with the shape (1,)");
      }
      // The reader has compared the shape with the size of the file.
      float[] values = new float[dims.stream().reduce(1, Math::multiplyExact)];
      reader.read(values);
      return new Tensor(values, dims);
    }
  }
}
