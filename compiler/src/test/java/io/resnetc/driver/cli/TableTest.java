package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void alignsWordsLeftAndNumbersRight() {
    Table table = new Table();
    table.row("name", "count", "note");
    table.row("a", 1_234_567, "x");
    table.row("long name", 8, "");
    assertThat(table.text().lines())
        .containsExactly(
            "name           count  note", "a          1,234,567  x", "long name          8");
  }
}
