package io.resnetc.runtime.op;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhasesTest {
  @Test
  void everySecondTapIsOfOnePhase() {
    Phases phases = new Phases(3, 2);
    assertThat(phases.places(0, 0)).containsExactly(0, 2, 6, 8);
    assertThat(phases.places(0, 1)).containsExactly(1, -1, 7, -1);
    assertThat(phases.places(1, 0)).containsExactly(3, 5, -1, -1);
    assertThat(phases.places(1, 1)).containsExactly(4, -1, -1, -1);
  }

  @Test
  void aStrideOfOneHasOnePhase() {
    assertThat(new Phases(2, 1).places(0, 0)).containsExactly(0, 1, 2, 3);
  }

  @ParameterizedTest
  @CsvSource({
    // kernel, stride, taps, whole
    "3, 1, 3, 1",
    "3, 2, 2, 1",
    "4, 2, 2, 2",
    "5, 3, 2, 2",
    "7, 2, 4, 1",
    "9, 4, 3, 1"
  })
  void theFirstPhasesHaveAllTaps(int kernel, int stride, int taps, int whole) {
    Phases phases = new Phases(kernel, stride);
    assertThat(phases.taps()).isEqualTo(taps);
    assertThat(phases.whole()).isEqualTo(whole);
  }
}
