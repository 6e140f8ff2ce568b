package io.resnetc.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.resnetc.runtime.weights.WeightsException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that take the names of one training script to those of another. */
class RenamingTest {
  @ParameterizedTest
  @CsvSource({
    "fc.weight=linear.weight,   fc.weight,           linear.weight",
    "fc.*=linear.*,             fc.bias,             linear.bias",
    "fc.*=linear.*,             fc.0.bias,           fc.0.bias",
    "fc.**=linear.**,           fc.0.bias,           linear.0.bias",
    "stage_*.**=layer*.**,      stage_2.0.w,         layer2.0.w",
    "**.conv_*.*=**.conv*.*,    a.b.conv_1.weight,   a.b.conv1.weight",
    "**conv_*.*=**conv*.*,      conv_1.weight,       conv1.weight",
    "encoder.**=**,             encoder.w.b,         w.b",
    "*.*.w=*.w,                 a.b.w,               a.w",
    "a.*=b$1.*,                 a.$2,                b$1.$2",
    "**=x.**,                   w,                   x.w",
  })
  void renames(String rule, String before, String after) {
    assertThat(RenamingRule.parse(rule).apply(before).orElse(before)).isEqualTo(after);
  }

  @Test
  void appliesRulesInTurn() {
    Renaming renaming = Renaming.parse(List.of("a.*=b.*", "b.*=c.*"));

    assertThat(renaming.of(List.of("a.x", "b.y", "d")).values()).containsExactly("c.x", "c.y", "d");
  }

  @Test
  void refusesRulesThatCannotBeMeant() {
    assertRefused("a", "'a' is no renaming rule old=new");
    assertRefused("=b", "is no renaming rule");
    assertRefused("a=", "is no renaming rule");
    assertRefused("a=b=c", "is no renaming rule");
    assertRefused("a.*=*.*", "the new name has more wildcards than the old one");
    assertRefused("x.*=y.*", "the rule 'x.*=y.*' matches no name");
    assertRefused("*.w=w", "'a.w' and 'b.w' would both be called 'w'");
  }

  private static void assertRefused(String rule, String message) {
    assertThatThrownBy(() -> Renaming.parse(List.of(rule)).of(List.of("a.w", "b.w")))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining(message);
  }
}
