package io.resnetc.pass;

import static io.resnetc.pass.PassAssert.assertThatPass;

import org.junit.jupiter.api.Test;

class EliminateCommonSubexpressionsTest {
  private final Pass pass = new EliminateCommonSubexpressions();

  @Test
  void computesEqualChainsOnce() {
    assertThatPass(pass)
        .rewrites(
            """
            %0 = input image : [3, 4, 4]
            %1 = relu %0
            %2 = relu %0
            %3 = max_pool %1, kernel = 2
            %4 = max_pool %2, kernel = 2
            %5 = add %3, %4
            return %5
            """,
            """
            %0 = input image : [3, 4, 4]
            %1 = relu %0
            %2 = max_pool %1, kernel = 2
            %3 = add %2, %2
            return %3
            """);
  }

  @Test
  void knowsThatASumHasNoOrder() {
    assertThatPass(pass)
        .rewrites(
            """
            %0 = input image : [3, 4, 4]
            %1 = relu %0
            %2 = add %0, %1
            %3 = add %1, %0
            %4 = add %2, %3
            return %4
            """,
            """
            %0 = input image : [3, 4, 4]
            %1 = relu %0
            %2 = add %0, %1
            %3 = add %2, %2
            return %3
            """);
  }

  @Test
  void keepsTheFirstNodesOrigin() {
    assertThatPass(pass)
        .rewrites(
            """
            %0 = input image : [3, 4, 4]
            %1 = relu %0 @ "first" net.rn:1:1
            %2 = relu %0 @ "second" net.rn:2:1
            %3 = add %1, %2
            return %3
            """,
            """
            %0 = input image : [3, 4, 4]
            %1 = relu %0 @ "first" net.rn:1:1
            %2 = add %1, %1
            return %2
            """);
  }

  @Test
  void takesTheResultFromTheFirst() {
    assertThatPass(pass)
        .rewrites(
            """
            %0 = input image : [3, 4, 4]
            %1 = relu %0
            %2 = relu %0
            return %2
            """,
            """
            %0 = input image : [3, 4, 4]
            %1 = relu %0
            return %1
            """);
  }

  @Test
  void leavesWhatDiffersInAnAttribute() {
    assertThatPass(pass)
        .leaves(
            """
            %0 = input image : [3, 4, 4]
            %1 = avg_pool %0, kernel = 3, padding = 1
            %2 = avg_pool %0, kernel = 3, padding = 1, count_include_pad = false
            %3 = add %1, %2
            return %3
            """);
  }

  @Test
  void leavesWhatDiffersInAParameter() {
    assertThatPass(pass)
        .leaves(
            """
            %0 = input image : [3, 4, 4]
            %1 = conv2d %0, weight = @a.weight[8, 3, 1, 1], kernel = 1
            %2 = conv2d %0, weight = @b.weight[8, 3, 1, 1], kernel = 1
            %3 = add %1, %2
            return %3
            """);
  }
}
