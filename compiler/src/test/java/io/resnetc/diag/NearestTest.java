package io.resnetc.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({
    "conv, conv, 0",
    "cnov, conv, 1",
    "conv, con, 1",
    "Conv, conv, 0",
    "relu, elu, 1",
    "kitten, sitting, 3",
    "'', abc, 3"
  })
  void countsEdits(String from, String to, int distance) {
    assertThat(Nearest.distance(from, to)).isEqualTo(distance);
  }

  @Test
  void suggestsTheClosestName() {
    List<String> known = List.of("Basic", "Bottleneck", "Bottle");
    assertThat(Nearest.to("Botleneck", known)).contains("Bottleneck");
    assertThat(Nearest.to("Botle", known)).contains("Bottle");
  }

  @Test
  void suggestsNothingFarAway() {
    assertThat(Nearest.to("Stem", List.of("Basic", "relu"))).isEmpty();
    assertThat(Nearest.to("a".repeat(100_000), List.of("a".repeat(99_999)))).isEmpty();
  }
}
