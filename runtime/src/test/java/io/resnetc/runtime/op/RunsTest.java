package io.resnetc.runtime.op;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunsTest {
  @Test
  void cutsASpanIntoWholeTiles() {
    // 28 * 28 pixels are 112 tiles of 7: 9 tiles fit a run of 64 rows.
    assertThat(Runs.each(784, 7, 64)).isEqualTo(13);
    assertThat(Runs.most(784, 7, 64)).isEqualTo(63);
    assertThat(Runs.start(0, 784, 7, 64)).isZero();
    assertThat(Runs.start(13, 784, 7, 64)).isEqualTo(784);
    for (int run = 0; run < 13; run++) {
      int rows = Runs.start(run + 1, 784, 7, 64) - Runs.start(run, 784, 7, 64);
      assertThat(rows % 7).isZero();
      assertThat(rows).isBetween(56, 63);
    }
  }

  @Test
  void givesSharesAsManyRunsEachWhereShorterRunsDo() {
    assertThat(Runs.limit(1, 784, 7, 64, 1)).isEqualTo(63);
    int limit = Runs.limit(1, 784, 7, 64, 2);
    assertThat(limit).isEqualTo(56);
    assertThat(Runs.each(784, 7, limit)).isEqualTo(14);
  }

  @Test
  void leavesRunsAsTheyAreWhereNoLengthIsFair() {
    // Seven lines of one tile each.
    assertThat(Runs.limit(7, 7, 7, 64, 2)).isEqualTo(64);
  }
}
