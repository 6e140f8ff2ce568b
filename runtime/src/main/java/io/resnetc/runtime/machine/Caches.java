package io.resnetc.runtime.machine;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/**
 * How much the processor's data caches hold, in floats, for sizing blocks: what Linux says of the
 * first core, or what {@code -Dresnetc.cache.l1=48k}, {@code l2} and {@code l3} say, or else what
 * is common. Only the time of a run depends on it, never the bits of its result.
 *
 * @param level1 of a core
 * @param level2 of a core
 * @param level3 of all cores together
 */
public record Caches(int level1, int level2, int level3) {
  private static final String PROPERTY = "resnetc.cache.l";
  private static final File LINUX = new File("/sys/devices/system/cpu/cpu0/cache");
  private static final String[] COMMON = {"32k", "1m", "16m"};

  /** Data caches and instruction caches: four on most processors, rarely more. */
  private static final int MOST_FILES = 10;

  /** Those of this process, found when first asked for. */
  public static Caches current() {
    return Holder.CACHES;
  }

  /**
   * @param folder what Linux says, one folder a cache; may be missing
   * @throws IllegalArgumentException when a property is no size
   */
  static Caches of(File folder, Properties properties) {
    String[] sizes = COMMON.clone();
    find(folder, sizes);
    int[] floats = new int[sizes.length];
    for (int i = 0; i < floats.length; i++) {
      String property = PROPERTY + (i + 1);
      String given = properties.getProperty(property);
      floats[i] = floats(given == null ? sizes[i] : given);
      if (floats[i] == 0) {
        String text = "-D" + property + "=" + given;
        throw new IllegalArgumentException(text + ": expected a size such as 48k or 1m");
      }
    }
    return new Caches(floats[0], floats[1], floats[2]);
  }

  /** Replaces the sizes of those levels that the folder tells. */
  private static void find(File folder, String[] sizes) {
    for (int i = 0; i < MOST_FILES; i++) {
      File cache = new File(folder, "index" + i);
      String level = read(cache, "level");
      if (level.isEmpty()) {
        return;
      }
      String size = read(cache, "size");
      boolean data = !read(cache, "type").equals("Instruction");
      int index = level.charAt(0) - '1';
      if (data && index >= 0 && index < sizes.length && floats(size) > 0) {
        sizes[index] = size;
      }
    }
  }

  /** The file's line, or nothing. */
  private static String read(File folder, String name) {
    try (FileInputStream file = new FileInputStream(new File(folder, name))) {
      return new String(file.readNBytes(100), StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      // Not Linux, or a virtual machine that tells nothing.
      return "";
    }
  }

  /** The floats of a size such as 48k, 1024K, 1m or 32768, or 0 where the text is none. */
  private static int floats(String size) {
    String text = size.toLowerCase(Locale.ROOT);
    int shift = text.endsWith("k") ? 10 : text.endsWith("m") ? 20 : 0;
    try {
      long number = Long.parseLong(shift == 0 ? text : text.substring(0, text.length() - 1));
      long floats = number < 0 || number > Integer.MAX_VALUE ? 0 : (number << shift) / Float.BYTES;
      return (int) Math.min(floats, Integer.MAX_VALUE);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  @Override
  public String toString() {
    return "caches of " + text(level1) + ", " + text(level2) + " and " + text(level3);
  }

  private static String text(int floats) {
    long kib = (long) floats * Float.BYTES >> 10;
    return kib < 1024 || kib % 1024 != 0 ? kib + " KiB" : (kib >> 10) + " MiB";
  }

  /** Reads the files when first asked. */
  private static final class Holder {
    static final Caches CACHES = Caches.of(LINUX, System.getProperties());
  }
}
