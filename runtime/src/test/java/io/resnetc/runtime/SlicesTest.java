package io.resnetc.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.runtime.op.ScaleShift;
import io.resnetc.runtime.weights.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A network of three parts, which notes the images that go through each. */
class SlicesTest {
  /** Each part multiplies by two and adds one, from one place of the arena to the other. */
  private static final class Three extends Network {
    private static final int SIDE = 4;

    private final View there = View.at(0, 3, SIDE, SIDE).bordered(1, 1, 1, 1);
    private final View back = View.at(there.size(), 3, SIDE, SIDE);
    private final ScaleShift step = register(ScaleShift.of(fill(2), fill(1), Activation.NONE));
    private final List<String> runs = new ArrayList<>();

    Three() {
      super(
          new NetworkInfo(
              "Three",
              List.of(3, SIDE, SIDE),
              List.of(3, SIDE, SIDE),
              List.of(new Part(1000, 1000), new Part(900, 900), new Part(800, 800)),
              new Preprocessing(1, List.of(), List.of(), 0),
              List.of()));
    }

    private static Tensor fill(float value) {
      return new Tensor(new float[] {value, value, value}, List.of(3));
    }

    @Override
    protected void forward(Context c, int part) {
      runs.add(part + ":" + c.images());
      switch (part) {
        case 0 -> {
          c.input(there);
          c.run(step, there, back);
          c.handOver(back);
        }
        case 1 -> {
          c.run(step, back, there);
          c.handOver(there);
        }
        default -> {
          c.run(step, there, back);
          c.output(back);
        }
      }
    }
  }

  private final Three network = new Three();

  @Test
  void aSliceIsMadeOfSlicesOfTheStretchBefore() {
    Slices slices =
        new Slices(
            List.of(
                new Stretch(0, 1, 1000, 1), new Stretch(1, 2, 900, 2), new Stretch(2, 3, 800, 4)));

    run(slices, 4);

    assertThat(network.runs).containsExactly("0:1", "0:1", "1:2", "0:1", "0:1", "1:2", "2:4");
    assertThat(slices.least()).isEqualTo(1);
    assertThat(slices.most()).isEqualTo(4);
  }

  @Test
  void partsOfAStretchRunOneAfterTheOther() {
    run(new Slices(List.of(new Stretch(0, 2, 1000, 2), new Stretch(2, 3, 800, 8))), 5);

    assertThat(network.runs).containsExactly("0:1", "1:1", "0:2", "1:2", "0:2", "1:2", "2:5");
  }

  @Test
  void everyImageIsHandedOver() {
    for (int first = 1; first <= 3; first++) {
      for (int second = first; second <= 5; second++) {
        List<Stretch> stretches =
            List.of(
                new Stretch(0, 1, 1000, first),
                new Stretch(1, 2, 900, second),
                new Stretch(2, 3, 800, 8));
        for (int batch = 1; batch <= 8; batch++) {
          assertThat(run(new Slices(stretches), batch)).isEqualTo(expected(batch));
        }
      }
    }
  }

  @Test
  void aSingleImageIsNotHandedOver() {
    float[] output = new float[network.inputElements()];
    network.run(network.newContext(), images(1), 1, output);
    assertThat(output).isEqualTo(expected(1));
    assertThat(network.runs).containsExactly("0:1", "1:1", "2:1");
  }

  private float[] run(Slices slices, int batch) {
    float[] output = new float[batch * network.outputElements()];
    Context context = network.newContext();
    context.begin(images(batch), output, false);
    slices.run(context, 0, batch);
    return output;
  }

  private float[] images(int batch) {
    float[] images = new float[batch * network.inputElements()];
    for (int i = 0; i < images.length; i++) {
      images[i] = i % 101;
    }
    return images;
  }

  private float[] expected(int batch) {
    float[] expected = images(batch);
    for (int i = 0; i < expected.length; i++) {
      expected[i] = 8 * expected[i] + 7;
    }
    return expected;
  }
}
