package io.resnetc.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a record says that nothing has to be done. */
class LedgerTest {
  @TempDir private Path folder;
  private Path source;
  private Path generated;
  private Path record;

  @BeforeEach
  void aRun() throws IOException {
    source = Files.writeString(folder.resolve("a net.rn"), "model A {}");
    generated = Files.writeString(folder.resolve("A.java"), "class A {}");
    record = folder.resolve("work/generated.txt");
    Ledger.of("settings", List.of(source), List.of(generated)).write(record);
  }

  @Test
  void isCurrentWhileNothingChanges() throws IOException {
    assertThat(isCurrent("settings", source)).isTrue();
  }

  @Test
  void otherSettingsAreAChange() throws IOException {
    assertThat(isCurrent("others", source)).isFalse();
  }

  @Test
  void aChangedInputIsAChange() throws IOException {
    Files.writeString(source, "model B {}");

    assertThat(isCurrent("settings", source)).isFalse();
  }

  @Test
  void aNewInputIsAChange() throws IOException {
    assertThat(isCurrent("settings", source, folder.resolve("b.rn"))).isFalse();
  }

  @Test
  void aDeletedInputIsAChange() throws IOException {
    Files.delete(source);

    assertThat(isCurrent("settings")).isFalse();
  }

  @Test
  void anEditedOrDeletedClassIsAChange() throws IOException {
    Files.writeString(generated, "class B {}");
    assertThat(isCurrent("settings", source)).isFalse();

    Files.delete(generated);
    assertThat(isCurrent("settings", source)).isFalse();
  }

  @Test
  void aRecordThatCannotBeReadIsNone() throws IOException {
    Files.writeString(record, "something else");

    assertThat(Ledger.read(record)).isEmpty();
    assertThat(Ledger.read(folder.resolve("none"))).isEmpty();
  }

  private boolean isCurrent(String settings, Path... sources) throws IOException {
    return Ledger.read(record).orElseThrow().isCurrent(settings, List.of(sources));
  }
}
