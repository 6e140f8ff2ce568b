package io.resnetc.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes files as {@code torch.save} does, in both of its formats. */
public final class TorchFile {
  private final byte[] pickle;
  private final Map<String, byte[]> storages = new LinkedHashMap<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();

  /** A file whose checkpoint is this pickle. */
  public TorchFile(byte[] pickle) {
    this.pickle = pickle;
  }

  /** A file whose checkpoint is this pickle. */
  public static TorchFile of(PickleBuilder pickle) {
    return new TorchFile(pickle.bytes());
  }

  /** Adds a storage of little-endian floats. */
  public TorchFile floats(String key, float... values) {
    ByteBuffer bytes = littleEndian(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return storage(key, values.length, bytes.array());
  }

  /** Adds a storage of a number of elements; the number appears in the older format only. */
  public TorchFile storage(String key, long elements, byte[] bytes) {
    storages.put(key, bytes);
    counts.put(key, elements);
    return this;
  }

  /** As a zip archive. */
  public byte[] zip() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("archive/data.pkl", pickle);
    storages.forEach((key, bytes) -> parts.put("archive/data/" + key, bytes));
    parts.put("archive/version", "3\n".getBytes(StandardCharsets.UTF_8));
    return zip(parts, ZipEntry.STORED);
  }

  /** A zip archive of any parts. */
  public static byte[] zip(Map<String, byte[]> parts, int method) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        CRC32 crc = new CRC32();
        crc.update(part.getValue());
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setMethod(method);
        entry.setSize(part.getValue().length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** In the format of PyTorch before 1.6. */
  public byte[] legacy() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HexFormat.of().parseHex("80028a0a6cfc9c46f9206aa850192e"));
    out.writeBytes(new PickleBuilder().number(1001).bytes());
    out.writeBytes(new PickleBuilder().dict().text("little_endian").code(0x88).end().bytes());
    out.writeBytes(pickle);
    PickleBuilder keys = new PickleBuilder().code(']', '(');
    storages.keySet().forEach(keys::text);
    out.writeBytes(keys.code('e').bytes());
    storages.forEach(
        (key, bytes) -> {
          out.writeBytes(littleEndian(Long.BYTES).putLong(counts.get(key)).array());
          out.writeBytes(bytes);
        });
    return out.toByteArray();
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
