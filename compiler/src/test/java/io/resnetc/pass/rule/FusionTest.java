package io.resnetc.pass.rule;

import static io.resnetc.pass.PassAssert.assertThatRule;

import org.junit.jupiter.api.Test;

/** Where a fused node says that it came from. */
class FusionTest {
  @Test
  void theProducersOriginStays() {
    assertThatRule(new FuseRelu())
        .rewrites(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @l.c.weight[3, 3, 1, 1], kernel = 1 @ "c" in Inner "l" net.rn:3:4
            %2 = relu %1 @ net.rn:8:1
            return %2
            """,
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @l.c.weight[3, 3, 1, 1], kernel = 1, relu @ "c" in Inner "l" net.rn:3:4
            return %1
            """);
  }

  @Test
  void aNodeCutOffFromItsBlockMovesToTheEnclosingOneAndKeepsItsPath() {
    assertThatRule(new FuseResidualAdd())
        .rewrites(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @l.main.c.weight[3, 3, 1, 1], kernel = 1 @ "c" in Main "l.main" net.rn:3:4
            %2 = relu %0 @ in Skip "l.skip" net.rn:9:9
            %3 = add %1, %2 @ in Outer "l" net.rn:12:3
            return %3
            """,
            """
            %0 = input image : [3, 5, 5]
            %1 = relu %0 @ in Skip "l.skip" net.rn:9:9
            %2 = conv2d %0, %1, weight = @l.main.c.weight[3, 3, 1, 1], kernel = 1 @ "main.c" in Outer "l" net.rn:3:4
            return %2
            """);
  }

  @Test
  void theModelItselfEnclosesEveryBlock() {
    assertThatRule(new FuseResidualAdd())
        .rewrites(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @l.c.weight[3, 3, 1, 1], kernel = 1 @ "c" in Main "l" net.rn:3:4
            %2 = relu %0 @ net.rn:9:9
            %3 = add %1, %2 @ net.rn:12:3
            return %3
            """,
            """
            %0 = input image : [3, 5, 5]
            %1 = relu %0 @ net.rn:9:9
            %2 = conv2d %0, %1, weight = @l.c.weight[3, 3, 1, 1], kernel = 1 @ "l.c" net.rn:3:4
            return %2
            """);
  }

  @Test
  void aNodeCutOffBySiblingsKeepsItsOrigin() {
    assertThatRule(new FuseResidualAdd())
        .rewrites(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @a.c.weight[3, 3, 1, 1], kernel = 1 @ "c" in A "a" net.rn:3:4
            %2 = relu %0 @ in B "ab" net.rn:9:9
            %3 = add %1, %2 @ in B "ab" net.rn:12:3
            return %3
            """,
            """
            %0 = input image : [3, 5, 5]
            %1 = relu %0 @ in B "ab" net.rn:9:9
            %2 = conv2d %0, %1, weight = @a.c.weight[3, 3, 1, 1], kernel = 1 @ "c" in A "a" net.rn:3:4
            return %2
            """);
  }

  @Test
  void anInnerBlockDoesNotCutOffANode() {
    assertThatRule(new FuseResidualAdd())
        .rewrites(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @l.c.weight[3, 3, 1, 1], kernel = 1 @ "c" in Main "l" net.rn:3:4
            %2 = relu %0 @ in Skip "l.skip" net.rn:9:9
            %3 = add %1, %2 @ net.rn:12:3
            return %3
            """,
            """
            %0 = input image : [3, 5, 5]
            %1 = relu %0 @ in Skip "l.skip" net.rn:9:9
            %2 = conv2d %0, %1, weight = @l.c.weight[3, 3, 1, 1], kernel = 1 @ "c" in Main "l" net.rn:3:4
            return %2
            """);
  }
}
