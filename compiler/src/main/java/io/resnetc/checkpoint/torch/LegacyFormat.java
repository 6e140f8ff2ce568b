package io.resnetc.checkpoint.torch;

import io.resnetc.checkpoint.pickle.PickleReader;
import io.resnetc.diag.Printable;
import io.resnetc.runtime.weights.WeightsException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code torch.save} wrote before PyTorch 1.6: pickles of a magic number, the format's version
 * and facts of the machine, the pickle of the checkpoint, a pickle of the storages' keys, and the
 * storages in that order, each as its number of elements and their bytes, little-endian.
 */
public final class LegacyFormat {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final Long VERSION = 1001L;

  private final InputStream in;
  private final TorchEnvironment environment = new TorchEnvironment();
  private long budget;

  private LegacyFormat(InputStream in, long budget) {
    this.in = in;
    this.budget = budget;
  }

  /**
   * Reads a file.
   *
   * @throws WeightsException when it is malformed or holds anything but a state_dict
   * @throws IOException when it cannot be read
   */
  public static TorchCheckpoint read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return new LegacyFormat(in, Files.size(file)).read();
    } catch (EOFException e) {
      throw new WeightsException("the file ends too early");
    }
  }

  private TorchCheckpoint read() throws IOException {
    if (!pickle().equals(MAGIC)) {
      throw new WeightsException("a pickle that torch.save did not write");
    }
    Object version = pickle();
    if (!version.equals(VERSION)) {
      throw new WeightsException("an unknown version of torch.save's format");
    }
    pickle();
    StateDict dict = StateDict.find(pickle());
    TorchCheckpoint.checkExpansion(dict);
    return TorchCheckpoint.of(dict, storages(dict), ByteOrder.LITTLE_ENDIAN);
  }

  /** Every pickle of the file goes through the same gate. */
  private Object pickle() throws IOException {
    return PickleReader.read(in, environment);
  }

  private Map<String, byte[]> storages(StateDict dict) throws IOException {
    Set<String> wanted = new HashSet<>();
    dict.tensors().values().forEach(tensor -> wanted.add(tensor.storage().key()));
    if (!(pickle() instanceof List<?> keys)) {
      throw new WeightsException("it has no list of storages");
    }
    Map<String, byte[]> result = new HashMap<>();
    for (Object key : keys) {
      StorageRef storage = key instanceof String name ? environment.storages().get(name) : null;
      if (storage == null) {
        throw new WeightsException("it lists a storage that it does not describe");
      }
      byte[] bytes = bytes(storage, wanted.contains(storage.key()));
      result.put(storage.key(), bytes);
    }
    if (!result.keySet().containsAll(wanted)) {
      throw new WeightsException("it does not list all storages");
    }
    return result;
  }

  private byte[] bytes(StorageRef storage, boolean keep) throws IOException {
    String name = Printable.of(storage.key());
    byte[] count = in.readNBytes(Long.BYTES);
    if (count.length < Long.BYTES) {
      throw new WeightsException("the file ends before storage '%s'".formatted(name));
    }
    long elements = ByteBuffer.wrap(count).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (elements != storage.whole()) {
      throw new WeightsException(
          "storage '%s' is described with %d elements and stored with %d"
              .formatted(name, storage.whole(), elements));
    }
    long length = storage.bytes();
    budget -= length;
    if (budget < 0 || keep && length > Integer.MAX_VALUE - Long.BYTES) {
      throw new WeightsException(
          "storage '%s' claims %d bytes, more than the file has".formatted(name, length));
    }
    if (!keep) {
      in.skipNBytes(length);
      return new byte[0];
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw new WeightsException("the file ends within storage '%s'".formatted(name));
    }
    return bytes;
  }
}
