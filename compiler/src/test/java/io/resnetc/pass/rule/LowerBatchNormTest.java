package io.resnetc.pass.rule;

import static io.resnetc.pass.PassAssert.assertThatRule;

import org.junit.jupiter.api.Test;

class LowerBatchNormTest {
  @Test
  void makesABatchNormAScaleAndAShift() {
    assertThatRule(new LowerBatchNorm())
        .rewrites(
            """
            %0 = input image : [3, 5, 5]
            %1 = batch_norm %0, bn = @bn1[3] eps 1e-05 @ "bn1" in Pre "layer1.0" net.rn:2:9
            %2 = flatten %1
            %3 = batch_norm %2, bn = @bn2[75] eps 0.001
            return %3
            """,
            """
            %0 = input image : [3, 5, 5]
            %1 = scale_shift %0, scale = scale(@bn1[3] eps 1e-05), shift = shift(@bn1[3] eps 1e-05) @ "bn1" in Pre "layer1.0" net.rn:2:9
            %2 = flatten %1
            %3 = scale_shift %2, scale = scale(@bn2[75] eps 0.001), shift = shift(@bn2[75] eps 0.001)
            return %3
            """);
  }

  @Test
  void leavesEverythingElse() {
    assertThatRule(new LowerBatchNorm())
        .leaves(
            """
            %0 = input image : [3, 5, 5]
            %1 = scale_shift %0, scale = scale(@bn1[3] eps 1e-05), shift = shift(@bn1[3] eps 1e-05)
            %2 = relu %1
            return %2
            """);
  }
}
