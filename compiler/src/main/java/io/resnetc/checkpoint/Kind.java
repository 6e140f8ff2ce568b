package io.resnetc.checkpoint;

import java.util.Optional;

/** The kinds of checkpoint, told from a file's first bytes; its name says nothing. */
public enum Kind {
  SAFETENSORS("safetensors"),
  TORCH_ZIP("PyTorch"),
  TORCH_LEGACY("PyTorch (before version 1.6)"),
  ONNX("ONNX");

  /** How many bytes {@link #of} looks at. */
  static final int HEAD_BYTES = 9;

  private final String title;

  Kind(String title) {
    this.title = title;
  }

  /** The kind of file that begins with these bytes. */
  static Optional<Kind> of(byte[] head) {
    if (starts(head, 'P', 'K', 3, 4)) {
      return Optional.of(TORCH_ZIP);
    } else if (starts(head, 0x80) && at(head, 1) <= 5) {
      return Optional.of(TORCH_LEGACY);
    } else if (isOnnx(head)) {
      return Optional.of(ONNX);
    } else if (at(head, 8) == '{') {
      return Optional.of(SAFETENSORS);
    }
    return Optional.empty();
  }

  /**
   * A protobuf message has no mark of its own. Every exporter writes field 1 first (the version of
   * the format, a small number), and a field's tag next, which is never zero; in a safetensors file
   * these are the low bytes of the header's length, and its high bytes are zero.
   */
  private static boolean isOnnx(byte[] head) {
    boolean lengthOfAHeader = at(head, 8) == '{' && at(head, 4) == 0 && at(head, 7) == 0;
    return starts(head, 0x08) && at(head, 1) < 0x20 && at(head, 2) > 0 && !lengthOfAHeader;
  }

  private static boolean starts(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (at(head, i) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static int at(byte[] head, int index) {
    return index < head.length ? head[index] & 0xFF : -1;
  }

  /** The kind's name, for messages. */
  @Override
  public String toString() {
    return title;
  }
}
