package io.resnetc.pass;

import static io.resnetc.pass.PassAssert.assertThatPass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinConvolutionsTest {
  private final Pass pass = new JoinConvolutions();

  @Test
  void joinsAProjectionWithTheConvolutionThatItIsAddedTo() {
    assertThatPass(pass)
        .rewrites(
            """
            %0 = input image : [160, 5, 6]
            %1 = avg_pool %0, kernel = 1, stride = 2 : [160, 3, 3]
            %2 = conv2d %1, weight = @b.conv3.weight[4, 160, 1, 1], bias = @b.conv3.bias[4], kernel = 1 @ "conv3" in Block "b" net.rn:1:1
            %3 = conv2d %0, %2, weight = @b.down.weight[4, 160, 1, 1], bias = @b.down.bias[4], kernel = 1, stride = 2, relu @ "down" in Block "b" net.rn:2:1
            return %3
            """,
            """
            %0 = input image : [160, 5, 6]
            %1 = avg_pool %0, kernel = 1, stride = 2 : [160, 3, 3]
            %2 = subsample %0, stride = 2 @ in Block "b" net.rn:2:1
            %3 = concat %1, %2 @ in Block "b" net.rn:2:1
            %4 = conv2d %3, weight = beside(@b.conv3.weight[4, 160, 1, 1], @b.down.weight[4, 160, 1, 1]), bias = sum(@b.conv3.bias[4], @b.down.bias[4]), kernel = 1, relu @ "conv3+down" in Block "b" net.rn:2:1
            return %4
            """);
  }

  @Test
  void takesTheShortcutOnEitherSideAndTheOnlyBias() {
    assertThatPass(pass)
        .rewrites(
            """
            %0 = input image : [200, 2, 3]
            %1 = channel_slice %0, from = 0, to = 56
            %2 = conv2d %0, weight = @a.weight[3, 200, 1, 1], bias = @a.bias[3], kernel = 1
            %3 = conv2d %1, %2, weight = @b.weight[3, 56, 1, 1], kernel = 1
            return %3
            """,
            """
            %0 = input image : [200, 2, 3]
            %1 = channel_slice %0, from = 0, to = 56
            %2 = concat %0, %1
            %3 = conv2d %2, weight = beside(@a.weight[3, 200, 1, 1], @b.weight[3, 56, 1, 1]), bias = @a.bias[3], kernel = 1
            return %3
            """);
  }

  @Test
  void namesAResidualOfAnotherBlockByItsPath() {
    assertThatPass(pass)
        .rewrites(
            """
            %0 = input image : [128, 2, 2]
            %1 = conv2d %0, weight = @x.down.weight[3, 128, 1, 1], kernel = 1 @ "down" in Other "x" net.rn:1:1
            %2 = conv2d %0, %1, weight = @conv.weight[3, 128, 1, 1], kernel = 1 @ "conv" net.rn:2:1
            return %2
            """,
            """
            %0 = input image : [128, 2, 2]
            %1 = concat %0, %0 @ net.rn:2:1
            %2 = conv2d %1, weight = beside(@x.down.weight[3, 128, 1, 1], @conv.weight[3, 128, 1, 1]), kernel = 1 @ "x.down+conv" net.rn:2:1
            return %2
            """);
  }

  @Test
  void leavesFewInputs() {
    assertThatPass(pass)
        .leaves(
            """
            %0 = input image : [63, 2, 2]
            %1 = conv2d %0, weight = @a.weight[3, 63, 1, 1], kernel = 1
            %2 = conv2d %0, %1, weight = @b.weight[3, 63, 1, 1], kernel = 1
            return %2
            """);
  }

  @Test
  void leavesAResidualThatIsNeededElsewhere() {
    assertThatPass(pass)
        .leaves(
            """
            %0 = input image : [128, 2, 2]
            %1 = conv2d %0, weight = @a.weight[3, 128, 1, 1], kernel = 1
            %2 = conv2d %0, %1, weight = @b.weight[3, 128, 1, 1], kernel = 1
            %3 = add %2, %1
            return %3
            """);
  }

  @Test
  void leavesAResidualWithAResidual() {
    assertThatPass(pass)
        .leaves(
            """
            %0 = input image : [128, 2, 2]
            %1 = conv2d %0, %0, weight = @a.weight[128, 128, 1, 1], kernel = 1
            %2 = conv2d %0, %1, weight = @b.weight[128, 128, 1, 1], kernel = 1
            return %2
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weight = @a.weight[128, 128, 1, 1], kernel = 1, relu",
        "weight = @a.weight[128, 128, 3, 3], kernel = 3, padding = 1",
        "weight = @a.weight[128, 64, 1, 1], kernel = 1, groups = 2",
      })
  void leavesAResidualOfAnotherKind(String attributes) {
    assertThatPass(pass)
        .leaves(
            """
            %%0 = input image : [128, 2, 2]
            %%1 = conv2d %%0, %s
            %%2 = conv2d %%0, %%1, weight = @b.weight[128, 128, 1, 1], kernel = 1
            return %%2
            """
                .formatted(attributes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weight = @b.weight[128, 128, 3, 3], kernel = 3, stride = 2, padding = 1",
        "weight = @b.weight[128, 128, 1, 1], kernel = 1, stride = [2, 3]",
      })
  void leavesAConvolutionOfAnotherKind(String attributes) {
    assertThatPass(pass)
        .leaves(
            """
            %%0 = input image : [128, 3, 4]
            %%1 = max_pool %%0, kernel = 2, padding = [1, 0], stride = 2 : [128, 2, 2]
            %%2 = conv2d %%1, weight = @a.weight[128, 128, 1, 1], kernel = 1
            %%3 = conv2d %%0, %%2, %s
            return %%3
            """
                .formatted(attributes));
  }
}
