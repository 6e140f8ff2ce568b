package io.resnetc.runtime.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.weights.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The result may take the place of the residual, and of a pointwise operator's operand. */
class InPlaceTest {
  private static final int SIZE = 23 * 7 * 7;

  /** Operands one after another in the arena; the result lies at {@code y}. */
  private record Placed(float[] arena, View x, View z, View y, float[] shared) implements Call {
    @Override
    public int images() {
      return 1;
    }

    @Override
    public float[] scratch(int part) {
      return shared;
    }
  }

  @Test
  void residualOfAConvolution() {
    for (int groups : new int[] {1, 23}) {
      Tensor weight = new Tensor(values(23 * 23 / groups * 9), List.of(23, 23 / groups, 3, 3));
      sameInPlace(
          Conv2d.of(weight, null, Window.square(3, 1, 1), groups, Activation.RELU), true, SIZE * 2);
    }
  }

  @Test
  void pointwise() {
    Tensor perChannel = new Tensor(values(23), List.of(23));
    for (Activation activation : List.of(Activation.NONE, Activation.RELU)) {
      sameInPlace(Add.of(activation), true, 0);
      sameInPlace(Add.of(activation), true, SIZE * 2);
      sameInPlace(ScaleShift.of(perChannel, perChannel, activation), false, 0);
    }
    sameInPlace(Relu.of(), false, 0);
  }

  /**
   * Compares the result at {@code place}, where an operand lies, with that in a place of its own.
   */
  private static void sameInPlace(Operator operator, boolean residual, int place) {
    View x = View.at(100, 23, 5, 5).bordered(1, 1, 1, 1);
    View z = residual ? at(100 + 2 * SIZE, x) : null;
    float[] apart = run(operator, x, z, at(100 + 4 * SIZE, x));
    assertThat(run(operator, x, z, at(100 + place, x))).isEqualTo(apart);
  }

  private static View at(int offset, View view) {
    return View.at(offset, view.channels(), view.height(), view.width()).bordered(1, 1, 1, 1);
  }

  private static float[] run(Operator operator, View x, View z, View y) {
    float[] arena = values(6 * SIZE);
    float[] result = new float[0];
    for (int part = 0; part < 2; part++) {
      operator.compute(new Placed(arena, x, z, y, new float[operator.scratch()]), part, 2);
    }
    for (int row = 0; row < y.height(); row++) {
      int from = Views.pixel(y, 1, 0, row, 0);
      int count = y.width() * y.channels();
      result = Arrays.copyOf(result, result.length + count);
      System.arraycopy(arena, from, result, result.length - count, count);
    }
    return result;
  }

  private static float[] values(int length) {
    Random random = new Random(length);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return values;
  }
}
