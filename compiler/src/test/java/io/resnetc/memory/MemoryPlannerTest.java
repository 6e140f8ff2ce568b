package io.resnetc.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.ir.Graph;
import io.resnetc.ir.GraphBuilder;
import io.resnetc.ir.Origin;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Flatten;
import io.resnetc.ir.op.GlobalAvgPool;
import io.resnetc.ir.op.ImageInput;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Relu;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Window;
import io.resnetc.lower.Lowering;
import io.resnetc.lower.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places in the arena. */
class MemoryPlannerTest {
  private final GraphBuilder builder = new GraphBuilder("Test");

  @Test
  void aSumIsStoredOverAResidualThatNobodyNeedsAgain() {
    int stem = conv(input(), 1);
    int inner = conv(stem, 1);
    int sum = residual(inner, stem, 1);
    MemoryPlan plan = plan(sum);
    assertThat(plan.offsets().get(sum)).isEqualTo(plan.offsets().get(stem));
  }

  @Test
  void aConvolutionIsNotStoredOverItsOwnInput() {
    int stem = conv(input(), 1);
    int sum = residual(stem, stem, 1);
    MemoryPlan plan = plan(sum);
    assertThat(plan.offsets().get(sum)).isNotEqualTo(plan.offsets().get(stem));
  }

  @Test
  void aResidualThatIsNeededAgainIsKept() {
    int stem = conv(input(), 1);
    int sum = residual(conv(stem, 1), stem, 1);
    int later = builder.add(new Add(Activation.NONE), List.of(sum, stem), Origin.NONE);
    MemoryPlan plan = plan(later);
    assertThat(plan.offsets().get(sum)).isNotEqualTo(plan.offsets().get(stem));
  }

  @Test
  void anotherShapeOfAValueIsTheSameMemory() {
    int pooled = builder.add(new GlobalAvgPool(), List.of(input()), Origin.NONE);
    int flat = builder.add(new Flatten(), List.of(pooled), Origin.NONE);
    MemoryPlan plan = plan(flat);
    assertThat(plan.offsets().get(flat)).isEqualTo(plan.offsets().get(pooled));
  }

  @Test
  void aChainNeedsTwoBuffersAtMost() {
    int x = input();
    for (int i = 0; i < 10; i++) {
      x = conv(x, 1);
    }
    MemoryPlan plan = plan(x);
    assertThat((long) plan.arenaFloats()).isEqualTo(2 * 10 * 10 * 4);
    assertThat(plan.lowerBoundFloats()).isEqualTo(2 * 10 * 10 * 4);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void valuesThatLiveAtTheSameTimeNeverMeet(long seed) {
    Program program = Lowering.lower(random(seed));
    MemoryPlan plan = MemoryPlanner.plan(program);
    List<Allocation> allocations = Liveness.of(program);
    for (Allocation a : allocations) {
      for (Allocation b : allocations) {
        if (a != b && a.overlaps(b)) {
          long startA = plan.offsets().get(a.values().get(0));
          long startB = plan.offsets().get(b.values().get(0));
          assertThat(startA + a.floats() <= startB || startB + b.floats() <= startA).isTrue();
        }
      }
      long end = plan.offsets().get(a.values().get(0)) + a.floats();
      assertThat(end).isLessThanOrEqualTo(plan.arenaFloats());
    }
    assertThat((long) plan.arenaFloats()).isGreaterThanOrEqualTo(plan.lowerBoundFloats());
  }

  private Graph random(long seed) {
    Random random = new Random(seed);
    List<Integer> values = new ArrayList<>(List.of(input()));
    for (int i = 0; i < 30; i++) {
      int a = values.get(values.size() - 1 - random.nextInt(Math.min(4, values.size())));
      int b = values.get(values.size() - 1 - random.nextInt(Math.min(4, values.size())));
      int kernel = 1 + 2 * random.nextInt(2);
      switch (random.nextInt(4)) {
        case 0 -> values.add(builder.add(new Relu(), List.of(a), Origin.NONE));
        case 1 -> values.add(builder.add(new Add(Activation.NONE), List.of(a, b), Origin.NONE));
        case 2 -> values.add(conv(a, kernel / 2));
        default -> values.add(residual(a, b, kernel / 2));
      }
    }
    return builder.build(values.get(values.size() - 1));
  }

  private MemoryPlan plan(int output) {
    return MemoryPlanner.plan(Lowering.lower(builder.build(output)));
  }

  private int input() {
    Input input = new Input("image", Shape.image(4, 8, 8), ImageInput.DEFAULT);
    return builder.add(input, List.of(), Origin.NONE);
  }

  private int conv(int x, int padding) {
    return builder.add(op(padding), List.of(x), Origin.NONE);
  }

  private int residual(int x, int residual, int padding) {
    return builder.add(op(padding), List.of(x, residual), Origin.NONE);
  }

  private static Conv2d op(int padding) {
    int kernel = 2 * padding + 1;
    ParamExpr weight = new ParamExpr.Named("w" + kernel, List.of(4, 4, kernel, kernel));
    return new Conv2d(
        weight, Optional.empty(), Window.square(kernel, 1, padding), 1, Activation.NONE);
  }
}
