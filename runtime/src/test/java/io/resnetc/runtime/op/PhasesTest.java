package io.resnetc.runtime.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.runtime.weights.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhasesTest {
  @Test
  void everySecondTapIsOfOnePhase() {
    Tensor weight = new Tensor(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, List.of(1, 1, 3, 3));
    Tensor phases = Phases.of(weight, 2);
    assertThat(phases.dims()).containsExactly(1, 4, 2, 2);
    assertThat(phases.values()).containsExactly(1, 3, 7, 9, 2, 0, 8, 0, 4, 6, 0, 0, 5, 0, 0, 0);
  }

  @Test
  void thePhasesOfOutputsAndChannelsStayApart() {
    Tensor weight = new Tensor(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, List.of(2, 1, 2, 2));
    assertThat(Phases.of(weight, 2).values()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    Tensor channels = new Tensor(weight.values(), List.of(1, 2, 2, 2));
    assertThat(Phases.of(channels, 2).values()).containsExactly(1, 5, 2, 6, 3, 7, 4, 8);
  }

  @Test
  void aStrideOfOneHasOnePhase() {
    Tensor weight = new Tensor(new float[9], List.of(1, 1, 3, 3));
    assertThat(Phases.of(weight, 1)).isSameAs(weight);
  }
}
