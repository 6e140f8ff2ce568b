package io.resnetc.checkpoint.pickle;

import io.resnetc.runtime.weights.WeightsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of one pickle, taken as what its instructions say they are. */
final class PickleInput {
  /** More than any checkpoint's pickle has: tensors' data are kept outside of it. */
  private static final int MAX_BYTES = 1 << 25;

  /** The longest name of a module or class that is still read, and can be named when refused. */
  private static final int MAX_LINE = 1 << 12;

  private final InputStream in;
  private int position;

  /** Reads no byte past what it is asked for, so that whatever follows a pickle can be read. */
  PickleInput(InputStream in) {
    this.in = in;
  }

  /** How many bytes have been taken. */
  int position() {
    return position;
  }

  int unsignedByte() throws IOException {
    int next = in.read();
    if (next < 0 || position == MAX_BYTES) {
      throw ended();
    }
    position++;
    return next;
  }

  int unsignedShort() throws IOException {
    return take(Short.BYTES).getShort() & 0xFFFF;
  }

  int signedInt() throws IOException {
    return take(Integer.BYTES).getInt();
  }

  long unsignedInt() throws IOException {
    return Integer.toUnsignedLong(signedInt());
  }

  long signedLong() throws IOException {
    return take(Long.BYTES).getLong();
  }

  /** The one number that pickle keeps big-endian. */
  double bigEndianDouble() throws IOException {
    return take(Double.BYTES).order(ByteOrder.BIG_ENDIAN).getDouble();
  }

  /** A whole number of {@code length} bytes: a Long, or a BigInteger where that is too small. */
  Number integer(int length) throws IOException {
    byte[] reversed = new byte[length];
    ByteBuffer bytes = take(length);
    for (int i = length - 1; i >= 0; i--) {
      reversed[i] = bytes.get();
    }
    BigInteger value = length == 0 ? BigInteger.ZERO : new BigInteger(reversed);
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }

  /** UTF-8 text of {@code length} bytes. */
  String text(long length) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(take(length)).toString();
    } catch (CharacterCodingException e) {
      throw new WeightsException("a string at byte %d is not UTF-8".formatted(position));
    }
  }

  /** Text up to the end of the line. */
  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = unsignedByte(); next != '\n'; next = unsignedByte()) {
      if (line.size() == MAX_LINE) {
        throw new WeightsException("a name at byte %d does not end".formatted(position));
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** The next bytes; a length that is only claimed is never allocated. */
  private ByteBuffer take(long length) throws IOException {
    if (length < 0 || length > MAX_BYTES - position) {
      throw new WeightsException(
          "it needs %d bytes at byte %d; no pickle of a checkpoint is that large"
              .formatted(length, position));
    }
    byte[] bytes = in.readNBytes((int) length);
    position += bytes.length;
    if (bytes.length < length) {
      throw ended();
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private WeightsException ended() {
    return new WeightsException("it ends at byte %d, within an instruction".formatted(position));
  }
}
