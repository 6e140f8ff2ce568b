package io.resnetc.runtime.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachesTest {
  private static final Caches COMMON = new Caches(8 << 10, 256 << 10, 4 << 20);

  @TempDir private Path folder;

  @Test
  void whatLinuxTells() throws IOException {
    cache(0, "1", "Data", "48K");
    cache(1, "1", "Instruction", "64K");
    cache(2, "2", "Unified", "2048K");
    cache(3, "3", "Unified", "36M");
    cache(4, "4", "Unified", "128M");
    Caches caches = of(new Properties());
    assertThat(caches).isEqualTo(new Caches(48 << 8, 2048 << 8, 36 << 18));
    assertThat(caches).hasToString("caches of 48 KiB, 2 MiB and 36 MiB");
  }

  @Test
  void commonSizesWhereLinuxTellsNothing() throws IOException {
    assertThat(of(new Properties())).isEqualTo(COMMON);
    cache(0, "1", "Data", "");
    cache(1, "2", "Unified", "0K");
    cache(2, "unknown", "Unified", "9M");
    assertThat(of(new Properties())).isEqualTo(COMMON);
    assertThat(Caches.of(folder.resolve("missing").toFile(), new Properties())).isEqualTo(COMMON);
  }

  @Test
  void aLevelThatIsMissingIsCommon() throws IOException {
    cache(0, "1", "Data", "128K");
    cache(1, "2", "Unified", "12M");
    assertThat(of(new Properties())).isEqualTo(new Caches(128 << 8, 12 << 18, 4 << 20));
  }

  @Test
  void propertiesHaveTheLastWord() throws IOException {
    cache(0, "1", "Data", "48K");
    cache(1, "2", "Unified", "2048K");
    Properties properties = new Properties();
    properties.setProperty("resnetc.cache.l2", "3m");
    properties.setProperty("resnetc.cache.l3", "100000");
    Caches caches = of(properties);
    assertThat(caches).isEqualTo(new Caches(48 << 8, 3 << 18, 25_000));
    assertThat(caches).hasToString("caches of 48 KiB, 3 MiB and 97 KiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "k", "0", "-1m", "large", "1g", "99999999999999999999"})
  void refusesWhatIsNoSize(String size) {
    Properties properties = new Properties();
    properties.setProperty("resnetc.cache.l1", size);
    assertThatThrownBy(() -> of(properties))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("-Dresnetc.cache.l1=" + size + ": expected a size such as 48k or 1m");
  }

  private Caches of(Properties properties) {
    return Caches.of(folder.toFile(), properties);
  }

  private void cache(int index, String level, String type, String size) throws IOException {
    Path cache = Files.createDirectories(folder.resolve("index" + index));
    Files.writeString(cache.resolve("level"), level + "\n");
    Files.writeString(cache.resolve("type"), type + "\n");
    Files.writeString(cache.resolve("size"), size + "\n");
  }
}
