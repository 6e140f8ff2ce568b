package io.resnetc.checkpoint.torch;

import io.resnetc.checkpoint.pickle.PickleReader;
import io.resnetc.diag.Printable;
import io.resnetc.runtime.weights.WeightsException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What {@code torch.save} writes since PyTorch 1.6: a zip archive of {@code NAME/data.pkl}, {@code
 * NAME/data/KEY} for every storage, and in newer files {@code NAME/byteorder}. Nothing in it is
 * compressed, so no part can be larger than the file.
 */
public final class ZipFormat {
  private static final String PICKLE = "data.pkl";
  private static final int LONGEST_BYTE_ORDER = 16;

  private final ZipFile zip;
  private final String folder;

  /** Bytes of the file that no part has taken: parts that overlap would take them twice. */
  private long budget;

  private ZipFormat(ZipFile zip, String folder, long budget) {
    this.zip = zip;
    this.folder = folder;
    this.budget = budget;
  }

  /**
   * Reads a file.
   *
   * @throws WeightsException when it is malformed or holds anything but a state_dict
   * @throws IOException when it cannot be read
   */
  public static TorchCheckpoint read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new ZipFormat(zip, folder(zip), Files.size(file)).read();
    } catch (EOFException e) {
      throw new WeightsException("not a valid zip archive: a part is not where the file says");
    } catch (ZipException | IllegalArgumentException e) {
      throw new WeightsException("not a valid zip archive: " + e.getMessage());
    }
  }

  private static String folder(ZipFile zip) {
    String folder = null;
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      String name = entries.nextElement().getName();
      int slash = name.indexOf('/');
      if (name.substring(slash + 1).equals(PICKLE)) {
        if (folder != null) {
          throw new WeightsException("a zip archive with more than one " + PICKLE);
        }
        folder = name.substring(0, slash + 1);
      }
    }
    if (folder == null) {
      throw new WeightsException("a zip archive without a " + PICKLE + ", so not of torch.save");
    }
    return folder;
  }

  private TorchCheckpoint read() throws IOException {
    StateDict dict;
    try (InputStream in = new BufferedInputStream(zip.getInputStream(stored(PICKLE)))) {
      dict = StateDict.find(PickleReader.read(in, new TorchEnvironment()));
    }
    TorchCheckpoint.checkExpansion(dict);
    ByteOrder order = byteOrder();
    Map<String, byte[]> storages = new HashMap<>();
    for (TensorRef tensor : dict.tensors().values()) {
      StorageRef storage = tensor.storage();
      if (!storages.containsKey(storage.key())) {
        storages.put(storage.key(), bytes(storage));
      }
    }
    return TorchCheckpoint.of(dict, storages, order);
  }

  private ByteOrder byteOrder() throws IOException {
    Optional<String> said = Optional.empty();
    if (zip.getEntry(folder + "byteorder") != null) {
      try (InputStream in = zip.getInputStream(stored("byteorder"))) {
        said = Optional.of(new String(in.readNBytes(LONGEST_BYTE_ORDER), StandardCharsets.UTF_8));
      }
    }
    return switch (said.orElse("little")) {
      case "little" -> ByteOrder.LITTLE_ENDIAN;
      case "big" -> ByteOrder.BIG_ENDIAN;
      default -> throw new WeightsException("its byte order is neither little nor big");
    };
  }

  private byte[] bytes(StorageRef storage) throws IOException {
    String name = "data/" + storage.key();
    ZipEntry entry = stored(name);
    if (entry.getSize() != storage.bytes()) {
      throw new WeightsException(
          "storage '%s' claims %d elements, which are %d bytes, but the file has %d"
              .formatted(
                  Printable.of(storage.key()), storage.whole(), storage.bytes(), entry.getSize()));
    }
    if (entry.getSize() > Integer.MAX_VALUE - Long.BYTES) {
      throw new WeightsException(Printable.of(name) + " is larger than 2 GiB");
    }
    budget -= entry.getSize();
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) entry.getSize());
      if (bytes.length < entry.getSize()) {
        throw new WeightsException("the file ends within " + Printable.of(name));
      }
      return bytes;
    }
  }

  private ZipEntry stored(String name) {
    ZipEntry entry = zip.getEntry(folder + name);
    if (entry == null) {
      throw new WeightsException("a part is missing: " + Printable.of(folder + name));
    }
    if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
      throw new WeightsException(
          Printable.of(entry.getName()) + " is compressed, which torch.save does not do");
    }
    if (entry.getSize() > budget) {
      throw new WeightsException(
          "%s has %d bytes, more than the file has beside the parts before it"
              .formatted(Printable.of(entry.getName()), entry.getSize()));
    }
    return entry;
  }
}
