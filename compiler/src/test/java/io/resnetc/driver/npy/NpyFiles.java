package io.resnetc.driver.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes {@code .npy} files byte by byte. */
final class NpyFiles {
  private NpyFiles() {}

  static Path write(Path file, int version, String header, byte[] data) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.US_ASCII);
    int lengthBytes = version == 1 ? 2 : 4;
    ByteBuffer bytes = ByteBuffer.allocate(8 + lengthBytes + text.length + data.length);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    for (int i = 0; i < lengthBytes; i++) {
      bytes.put((byte) (text.length >> 8 * i));
    }
    bytes.put(text).put(data);
    return Files.write(file, bytes.array());
  }

  static String header(String descr, boolean fortran, String shape) {
    return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n"
        .formatted(descr, fortran ? "True" : "False", shape);
  }
}
