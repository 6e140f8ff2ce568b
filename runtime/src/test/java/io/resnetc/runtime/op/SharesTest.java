package io.resnetc.runtime.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {
  @Test
  void sharesAreNearlyEqual() {
    assertThat(List.of(Shares.start(7, 0, 2), Shares.start(7, 1, 2), Shares.start(7, 2, 2)))
        .containsExactly(0, 3, 7);
  }

  @Test
  void aShareOfATableIsWholeRowsAndWhatItHasOfThoseBesideThem() {
    assertThat(rectangles(0, 14, 4)).containsExactly(12, 14);
    assertThat(rectangles(14, 28, 4)).containsExactly(16, 28);
    assertThat(rectangles(3, 18, 4)).containsExactly(4, 16, 18);
  }

  @Test
  void aShareMayBeAPartOfARowOrOfTwo() {
    assertThat(rectangles(5, 7, 4)).containsExactly(7);
    assertThat(rectangles(6, 10, 4)).containsExactly(8, 10);
    assertThat(rectangles(4, 8, 4)).containsExactly(8);
  }

  private static List<Integer> rectangles(int start, int end, int row) {
    List<Integer> ends = new ArrayList<>();
    for (int cell = start; cell < end; cell = ends.get(ends.size() - 1)) {
      ends.add(Shares.rectangle(cell, end, row));
    }
    return ends;
  }
}
