package io.resnetc.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.resnetc.ir.GraphBuilder;
import io.resnetc.ir.Origin;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.GlobalAvgPool;
import io.resnetc.ir.op.ImageInput;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Window;
import io.resnetc.lower.Lowering;
import io.resnetc.lower.Program;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a network is cut. */
class CutsTest {
  private static final int CHANNELS = 16;

  private final GraphBuilder builder = new GraphBuilder("Test");

  @Test
  void cutsWhereWhatFollowsNeedsMuchLess() {
    int wide = conv(conv(input(64), 1), 1);
    int half = conv(wide, 2);

    assertThat(plan(conv(half, 1)).parts())
        .extracting(Part::first, Part::input)
        .containsExactly(tuple(0, 0), tuple(wide + 1, wide), tuple(half + 1, half));
  }

  @Test
  void aPartTakesWhatLivesInItAndAfterIt() {
    int half = conv(conv(input(64), 1), 2);

    List<Part> parts = plan(conv(half, 1)).parts();

    assertThat(parts)
        .extracting(Part::liveFloats)
        .startsWith(2 * 64 * 64 * CHANNELS)
        .endsWith(2 * 32 * 32 * CHANNELS);
    assertThat(parts).allMatch(part -> part.floats() >= part.liveFloats());
  }

  @Test
  void doesNotCutWhereTwoValuesLive() {
    int half = conv(conv(input(128), 1), 2);
    int inner = conv(half, 1);
    int sum = builder.add(new Add(Activation.NONE), List.of(inner, half), Origin.NONE);

    assertThat(plan(conv(sum, 2)).parts())
        .extracting(Part::input)
        .contains(half, sum)
        .doesNotContain(inner);
  }

  @Test
  void doesNotCutWhereNoWeightsFollow() {
    int pooled = builder.add(new GlobalAvgPool(), List.of(conv(input(64), 1)), Origin.NONE);

    assertThat(plan(pooled).parts()).hasSize(1);
  }

  @Test
  void doesNotCutWhatFitsAnyCache() {
    final int floats = 2 * 16 * 16 * CHANNELS;
    int half = conv(conv(input(16), 1), 2);

    assertThat(plan(conv(half, 1)).parts()).containsExactly(new Part(0, 0, floats, floats));
  }

  private MemoryPlan plan(int output) {
    Program program = Lowering.lower(builder.build(output));
    return MemoryPlanner.plan(program);
  }

  private int input(int side) {
    Input input = new Input("image", Shape.image(CHANNELS, side, side), ImageInput.DEFAULT);
    return builder.add(input, List.of(), Origin.NONE);
  }

  /** A 1x1 convolution. */
  private int conv(int x, int stride) {
    ParamExpr weight = new ParamExpr.Named("w", List.of(CHANNELS, CHANNELS, 1, 1));
    Conv2d op =
        new Conv2d(weight, Optional.empty(), Window.square(1, stride, 0), 1, Activation.NONE);
    return builder.add(op, List.of(x), Origin.NONE);
  }
}
