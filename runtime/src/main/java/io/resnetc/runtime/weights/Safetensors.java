package io.resnetc.runtime.weights;

import io.resnetc.runtime.weights.JsonReader.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the safetensors format from a stream: the header's length (8 bytes, little-endian), the
 * header in JSON, the data. One pass over a stream; the memory taken is that of the floating-point
 * tensors, and a length that the file only claims to have is never allocated.
 */
final class Safetensors {
  /** The format's own limit. */
  private static final long MAX_HEADER_BYTES = 100_000_000;

  private final InputStream in;

  private Safetensors(InputStream in) {
    this.in = in;
  }

  /**
   * Reads to the end of the stream.
   *
   * @param source what to call the stream in messages
   * @throws WeightsException when it is no safetensors file
   * @throws IOException when it cannot be read
   */
  static Map<String, TensorSource> read(InputStream in, String source) throws IOException {
    try {
      return new Safetensors(in).read();
    } catch (Malformed e) {
      throw new WeightsException(source + ": not a valid safetensors file: " + e.getMessage());
    }
  }

  /** Reads the header, and leaves the stream at the data. */
  static Header header(InputStream in) throws IOException {
    return Header.parse(new Safetensors(in).headerText());
  }

  private Map<String, TensorSource> read() throws IOException {
    Header header = header(in);
    Map<String, TensorSource> tensors = new LinkedHashMap<>();
    for (Header.Entry entry : header.entries()) {
      byte[] bytes = take(entry.length(), entry.dtype().decodable(), entry.name());
      tensors.put(entry.name(), new StoredTensor(entry.dtype(), entry.dims(), bytes));
    }
    if (in.read() >= 0) {
      throw longer();
    }
    return tensors;
  }

  private String headerText() throws IOException {
    byte[] prefix = in.readNBytes(Long.BYTES);
    if (prefix.length < Long.BYTES) {
      throw new Malformed("it has " + prefix.length + " bytes, less than the header's length");
    }
    long length = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > MAX_HEADER_BYTES) {
      throw new Malformed(
          isPyTorch(prefix)
              ? "it is PyTorch's; 'resnetc convert' makes a safetensors file of it"
              : "its first 8 bytes say that the header has %s bytes"
                  .formatted(Long.toUnsignedString(length)));
    }
    byte[] header = in.readNBytes((int) length);
    if (header.length < length) {
      throw new Malformed(
          "the header should have %d bytes, the file ends after %d"
              .formatted(length, header.length));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(header)).toString();
    } catch (CharacterCodingException e) {
      throw new Malformed("the header is not UTF-8");
    }
  }

  /** Whether a file begins as a zip archive or a pickle does. */
  private static boolean isPyTorch(byte[] prefix) {
    return prefix[0] == 'P' && prefix[1] == 'K' || prefix[0] == (byte) 0x80;
  }

  /** The next bytes of the data, or nothing in their place where they are of no use. */
  private byte[] take(int length, boolean keep, String name) throws IOException {
    byte[] bytes = keep ? in.readNBytes(length) : new byte[0];
    long taken = keep ? bytes.length : skip(length);
    if (taken < length) {
      throw shorter(name, length - taken);
    }
    return bytes;
  }

  static Malformed shorter(String tensor, long bytes) {
    return new Malformed(
        "the file ends within tensor '%s', %d bytes short".formatted(tensor, bytes));
  }

  static Malformed longer() {
    return new Malformed("there are bytes after the last tensor's data");
  }

  private long skip(int length) throws IOException {
    byte[] discarded = new byte[Math.min(length, 1 << 13)];
    long skipped = 0;
    while (skipped < length) {
      int read = in.read(discarded, 0, (int) Math.min(discarded.length, length - skipped));
      if (read < 0) {
        break;
      }
      skipped += read;
    }
    return skipped;
  }
}
