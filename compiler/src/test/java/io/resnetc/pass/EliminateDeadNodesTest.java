package io.resnetc.pass;

import static io.resnetc.pass.PassAssert.assertThatPass;

import org.junit.jupiter.api.Test;

class EliminateDeadNodesTest {
  @Test
  void dropsWhatTheResultDoesNotDependOn() {
    assertThatPass(new EliminateDeadNodes())
        .rewrites(
            """
            %0 = input image : [3, 4, 4]
            %1 = relu %0
            %2 = flatten %1
            %3 = max_pool %0, kernel = 2
            %4 = flatten %3
            %5 = softmax %4
            return %4
            """,
            """
            %0 = input image : [3, 4, 4]
            %1 = max_pool %0, kernel = 2
            %2 = flatten %1
            return %2
            """);
  }

  @Test
  void leavesAGraphWithoutDeadNodes() {
    assertThatPass(new EliminateDeadNodes())
        .leaves(
            """
            %0 = input image : [3, 4, 4]
            %1 = relu %0
            %2 = add %1, %0
            return %2
            """);
  }
}
