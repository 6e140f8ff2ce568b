package io.resnetc.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What PyTorch 1.13 prints after {@code torch.manual_seed}. */
class TorchRandomTest {
  @Test
  void drawsWhatTorchRandDraws() {
    assertThat(new TorchRandom(0).uniform(4, 0, 1))
        .containsExactly(0.4962566f, 0.7682218f, 0.08847743f, 0.13203049f);
  }

  /** 20 numbers: a group of 16, and the last 16 once more. */
  @Test
  void drawsWhatNormalDraws() {
    float[] normal = new TorchRandom(5).normal(20, 2);
    assertThat(new float[] {normal[0], normal[3], normal[4], normal[19]})
        .containsExactly(
            new float[] {3.6846597f, -3.4027586f, -0.25932536f, -3.0138807f}, within(1e-6f));
  }
}
