package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final float[] LOGITS = {9, 0, 2, 1, 9};

  @Test
  void takesTheSoftmaxOfLogits() {
    assertThat(new Ranking(List.of("a", "b", "c"), false, 2).text(LOGITS, 1, 3))
        .isEqualTo("  0.6652  1  b%n  0.2447  2  c%n".formatted());
  }

  @Test
  void takesProbabilitiesAsTheyAre() {
    assertThat(new Ranking(List.of(), true, 1).text(new float[] {0.25f, 0.75f}, 0, 2))
        .isEqualTo("  0.7500  1%n".formatted());
  }

  @Test
  void alignsTheNumbersAndListsNoMoreThanThereAre() {
    float[] outputs = new float[11];
    outputs[10] = 100;
    assertThat(new Ranking(List.of(), false, 99).text(outputs, 0, 11).lines())
        .hasSize(11)
        .startsWith("  1.0000  10", "  0.0000   0");
  }

  @Test
  void survivesWhatIsNoNumber() {
    assertThat(new Ranking(List.of(), true, 9).text(new float[] {Float.NaN, 0.5f}, 0, 2).lines())
        .containsExactly("  0.5000  1", "  NaN  0");
    assertThat(new Ranking(List.of(), false, 9).text(new float[] {Float.NaN, 0.5f}, 0, 2).lines())
        .hasSize(2);
  }

  @Test
  void doesNotOverflow() {
    assertThat(new Ranking(List.of(), false, 1).text(new float[] {3e38f, -3e38f}, 0, 2))
        .startsWith("  1.0000  0");
  }
}
