package io.resnetc.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticLogTest {
  private final DiagnosticLog log = new DiagnosticLog();

  @Test
  void printsLineCaretSuggestionAndNotes() {
    SourceFile file = new SourceFile("a.rn", "first\n\tx = Botleneck(64)\n");
    log.within(
        () -> List.of(Note.at(file.span(0, 5), "called from here")),
        () -> {
          log.unknown(
              ErrorKind.UNKNOWN_BLOCK, file.span(11, 20), List.of("Bottleneck"), "Botleneck");
          return true;
        });
    assertThat(log.toString())
        .isEqualTo(
            """
            a.rn:2:6: error: unknown block 'Botleneck'
              \tx = Botleneck(64)
              \t    ^~~~~~~~~
            did you mean 'Bottleneck'?
            a.rn:1:1: note: called from here
            """);
  }

  @Test
  void countsColumnsInCharactersNotInUnits() {
    SourceFile file = new SourceFile("a.rn", "\uD83D\uDE00 x");
    assertThat(file.span(2, 3).place()).isEqualTo(new Place("a.rn", 1, 3));
  }

  @Test
  void knowsEveryKindOfLineBreak() {
    SourceFile file = new SourceFile("a.rn", "a\r\nb\rc\nd");
    assertThat(file.span(3, 4).place()).isEqualTo(new Place("a.rn", 2, 1));
    assertThat(file.span(5, 6).place()).isEqualTo(new Place("a.rn", 3, 1));
    assertThat(file.span(7, 8).place()).isEqualTo(new Place("a.rn", 4, 1));
    assertThat(file.lineText(0)).isEqualTo("a");
  }

  @Test
  void sortsByPlaceAndReportsAPlaceOnce() {
    SourceFile file = new SourceFile("a.rn", "abc");
    log.error(ErrorKind.DIVISION_BY_ZERO, file.span(2, 3));
    log.error(ErrorKind.DIVISION_BY_ZERO, file.span(0, 1));
    log.error(ErrorKind.DIVISION_BY_ZERO, file.span(0, 1));
    assertThat(log.diagnostics()).extracting(d -> d.place().column()).containsExactly(1, 3);
  }

  @Test
  void stopsAfterAHundred() {
    SourceFile file = new SourceFile("a.rn", " ".repeat(150));
    for (int i = 0; i < 150; i++) {
      log.error(ErrorKind.DIVISION_BY_ZERO, file.span(i, i + 1));
    }
    assertThat(log.diagnostics()).hasSize(DiagnosticLog.LIMIT);
    assertThat(log.toString()).endsWith("and 50 more\n");
  }

  @Test
  void doesNotLetAFileControlTheTerminal() {
    SourceFile file = new SourceFile("a.rn", "\u001B[2J\tx");
    log.error(ErrorKind.UNKNOWN_NAME, file.span(4, 5), "\u001B[2J");
    assertThat(log.toString())
        .isEqualTo("a.rn:1:5: error: unknown name '\uFFFD[2J'\n  \uFFFD[2J\tx\n      ^\n");
  }

  @Test
  void cutsLongLines() {
    SourceFile file = new SourceFile("a.rn", "x".repeat(100_000));
    log.error(ErrorKind.DIVISION_BY_ZERO, file.span(50_000, 100_000));
    assertThat(log.toString().length()).isLessThan(500);
  }
}
