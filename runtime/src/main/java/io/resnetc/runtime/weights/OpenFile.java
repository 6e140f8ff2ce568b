package io.resnetc.runtime.weights;

import io.resnetc.runtime.weights.JsonReader.Malformed;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A safetensors file that is read where and when a tensor's values are. It is held open rather than
 * opened again, so that all values come from the file that was checked; the channel closes itself
 * when it is garbage.
 */
final class OpenFile {
  /** Little enough to stay in the second-level cache between reading and decoding. */
  private static final int CHUNK_BYTES = 1 << 17;

  private final FileChannel channel;
  private final String source;
  private final long dataAt;
  private final ByteBuffer chunk =
      ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  private OpenFile(FileChannel channel, String source, long dataAt) {
    this.channel = channel;
    this.source = source;
    this.dataAt = dataAt;
  }

  /**
   * Reads the header and checks that the data are all there.
   *
   * @throws WeightsException when it is no safetensors file
   */
  static Map<String, TensorSource> read(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      Header header = Safetensors.header(Channels.newInputStream(channel));
      OpenFile open = new OpenFile(channel, file.toString(), channel.position());
      open.checkSize(header);
      Map<String, TensorSource> tensors = new LinkedHashMap<>();
      for (Header.Entry entry : header.entries()) {
        tensors.put(entry.name(), open.new Place(entry));
      }
      return tensors;
    } catch (Malformed e) {
      channel.close();
      throw new WeightsException(file + ": not a valid safetensors file: " + e.getMessage());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void checkSize(Header header) throws IOException {
    long bytes = channel.size() - dataAt;
    long end = 0;
    for (Header.Entry entry : header.entries()) {
      end = entry.end();
      if (end > bytes) {
        throw Safetensors.shorter(entry.name(), end - bytes);
      }
    }
    if (bytes > end) {
      throw Safetensors.longer();
    }
  }

  /**
   * Decodes elements {@code from} to {@code to} of a tensor to the beginning of {@code target}.
   * Threads take turns, because they share the chunk.
   */
  private synchronized void read(Header.Entry entry, int from, int to, float[] target) {
    int elementBytes = entry.dtype().bits() / Byte.SIZE;
    int most = CHUNK_BYTES / elementBytes;
    for (int start = from; start < to; start += most) {
      int end = Math.min(to, start + most);
      chunk.clear().limit((end - start) * elementBytes);
      fill(dataAt + entry.begin() + (long) start * elementBytes);
      entry.dtype().decode(chunk.flip(), target, start - from, end - from);
    }
  }

  private void fill(long at) {
    long next = at;
    try {
      while (chunk.hasRemaining()) {
        int read = channel.read(chunk, next);
        if (read < 0) {
          throw new EOFException(source + " became shorter while it was read");
        }
        next += read;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One tensor of the file. */
  private final class Place implements TensorSource, Rows {
    private final Header.Entry entry;

    Place(Header.Entry entry) {
      this.entry = entry;
    }

    @Override
    public List<Integer> dims() {
      return entry.dims();
    }

    @Override
    public DType dtype() {
      return entry.dtype();
    }

    @Override
    public Tensor decode() {
      if (!entry.dtype().decodable()) {
        throw new UnsupportedOperationException(entry.dtype().name());
      }
      return new Tensor(this, entry.dims());
    }

    @Override
    public void read(int from, int to, float[] target) {
      int length = Tensor.rowLength(entry.dims());
      OpenFile.this.read(entry, from * length, to * length, target);
    }
  }
}
