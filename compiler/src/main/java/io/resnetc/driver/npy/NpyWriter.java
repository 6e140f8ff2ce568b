package io.resnetc.driver.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes one array of float32, in C order and little endian, piece by piece. */
public final class NpyWriter {
  /** NumPy aligns the data so that it can be mapped into memory. */
  private static final int ALIGNMENT = 64;

  private final OutputStream out;

  /** Writes the header; exactly the shape's number of elements must follow. */
  public NpyWriter(OutputStream out, List<Integer> shape) throws IOException {
    this.out = out;
    String tuple =
        shape.stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", ", "(", shape.size() == 1 ? ",)" : ")"));
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + tuple + ", }";
    int unpadded = 10 + header.length() + 1;
    int padding = (ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT;
    byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.write(new byte[] {(byte) text.length, (byte) (text.length >> 8)});
    out.write(text);
  }

  /** Appends the first {@code count} values. */
  public void write(float[] values, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values, 0, count);
    out.write(bytes.array());
  }
}
