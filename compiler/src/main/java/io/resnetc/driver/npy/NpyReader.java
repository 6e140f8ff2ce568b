package io.resnetc.driver.npy;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads the rows (the first axis) of one array, in order, as floats. */
public final class NpyReader implements Closeable {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST_HEADER = 1 << 16;

  private final InputStream in;
  private final NpyHeader header;
  private final byte[] buffer;
  private float[] reordered;
  private int row;

  private NpyReader(InputStream in, long fileBytes) throws IOException {
    this.in = in;
    byte[] start = in.readNBytes(8);
    if (!Arrays.equals(start, 0, Math.min(6, start.length), MAGIC, 0, 6)) {
      boolean zip = start.length > 1 && start[0] == 'P' && start[1] == 'K';
      throw new NpyException(
          zip
              ? "is an .npz archive; save one array with numpy.save"
              : "is not a .npy file; write it with numpy.save");
    }
    if (start.length < 8 || start[6] < 1 || start[6] > 3) {
      throw new NpyException("is of a version of the .npy format that resnetc does not know");
    }
    int lengthBytes = start[6] == 1 ? 2 : 4;
    int length = littleEndian(exactly(lengthBytes));
    if (length < 0 || length > LONGEST_HEADER) {
      throw new NpyException("has a header of an impossible length");
    }
    String text = new String(exactly(length), StandardCharsets.UTF_8);
    header = NpyHeader.parse(text);
    checkLength(fileBytes - 8 - lengthBytes - length);
    buffer = new byte[(int) Math.min(rowBytes(), 1 << 16)];
  }

  /** Opens a file and checks its header and its length. */
  public static NpyReader open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      return new NpyReader(in, Files.size(file));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  public List<Integer> shape() {
    return header.shape();
  }

  /** Reads the next rows into {@code target}, as many as it holds, and returns how many. */
  public int read(float[] target) throws IOException {
    int elements = Math.toIntExact(header.rowElements());
    int rows = Math.min(shape().get(0) - row, elements == 0 ? 0 : target.length / elements);
    if (header.fortranOrder()) {
      copyReordered(target, rows * elements);
    } else {
      decode(target, rows * elements);
    }
    row += rows;
    return rows;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** In Fortran order no image is complete before the last byte, so the whole array is held. */
  private void copyReordered(float[] target, int count) throws IOException {
    if (reordered == null) {
      int elements = Math.toIntExact(header.dataBytes() / header.type().bytes());
      float[] columns = new float[elements];
      decode(columns, elements);
      reordered = FortranOrder.toRows(columns, shape());
    }
    int elements = Math.toIntExact(header.rowElements());
    System.arraycopy(reordered, row * elements, target, 0, count);
  }

  private void decode(float[] target, int count) throws IOException {
    int bytes = header.type().bytes();
    for (int done = 0; done < count; ) {
      int now = Math.min(count - done, buffer.length / bytes);
      if (in.readNBytes(buffer, 0, now * bytes) < now * bytes) {
        throw new EOFException("ends in the middle of the array");
      }
      header.type().decode(buffer, now, target, done);
      done += now;
    }
  }

  private void checkLength(long present) throws NpyException {
    long needed;
    try {
      needed = header.dataBytes();
      Math.toIntExact(header.rowElements());
    } catch (ArithmeticException e) {
      throw new NpyException("has an impossible shape " + shape());
    }
    if (present != needed) {
      throw new NpyException(
          "is %s: its shape %s needs %d bytes of data, and there are %d"
              .formatted(present < needed ? "cut short" : "too long", shape(), needed, present));
    }
  }

  private long rowBytes() {
    return Math.max(header.type().bytes(), header.rowElements() * header.type().bytes());
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new NpyException("ends in the middle of its header");
    }
    return bytes;
  }

  private static int littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(Arrays.copyOf(bytes, 4)).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }
}
