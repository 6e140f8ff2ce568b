package io.resnetc.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.runtime.Slicing.Cost;
import io.resnetc.runtime.machine.Caches;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlicingTest {
  private static final Caches CACHES = new Caches(12_000, 250_000, 18_000_000);

  /** Much work for each weight, as in a network of small maps and few channels. */
  private static final Slicing LIGHT = slicing(cost(36_000, 30_000_000, 300_000));

  /** One multiply-add for each weight, as in linear layers. */
  private static final Slicing HEAVY = slicing(cost(10_000, 10_000_000, 10_000_000));

  @Test
  void arenasInFlightFitTheCacheOrHoldOneImageEach() {
    for (int imageFloats : new int[] {1, 1000, 400_000, 1_000_000, 500_000_000}) {
      for (int slices = 1; slices <= 64; slices++) {
        int most = most(imageFloats, slices);
        assertThat(most).isBetween(1, 8);
        if (most > 1) {
          long floats = Math.max(250_000, 3_000_000 / slices);
          assertThat((long) most * imageFloats).isLessThanOrEqualTo(floats);
        }
      }
    }
    assertThat(most(1_000_000, 1)).isEqualTo(2);
    assertThat(most(1_000_000, 2)).isEqualTo(1);
    assertThat(most(50_000, 64)).as("second level").isEqualTo(4);
  }

  @Test
  void partsThatNeedLessMemoryHaveLargerSlices() {
    Slicing slicing = slicing(costs(2_000_000, 900_000, 500_000));
    assertThat(slicing.stretches(1))
        .containsExactly(
            new Stretch(0, 1, 3_000_000, 1),
            new Stretch(1, 2, 1_350_000, 2),
            new Stretch(2, 3, 750_000, 4));
  }

  @Test
  void slicesLeaveTheSecondLevelOnlyUntilWeightsAreUsedOften() {
    assertThat(images(cost(300_000, 1_000, 100))).as("10 uses an image").containsExactly(4);
    assertThat(images(cost(300_000, 1_800, 100))).as("18 uses an image").containsExactly(2);
    assertThat(images(cost(300_000, 3_600, 100))).as("36 uses an image").containsExactly(1);
    assertThat(images(cost(100_000, 3_600, 100))).as("two fit").containsExactly(2);
  }

  @Test
  void aPartHasNoSmallerSlicesThanTheOneBefore() {
    assertThat(images(cost(300_000, 1_000, 100), cost(300_000, 1_000, 0))).containsExactly(4, 4);
  }

  @Test
  void partsWithSlicesOfOneSizeAreOneStretch() {
    Slicing slicing = slicing(costs(2_000_000, 1_600_000, 300_000, 200_000));
    assertThat(slicing.stretches(1))
        .containsExactly(new Stretch(0, 2, 3_000_000, 1), new Stretch(2, 4, 450_000, 8));
    assertThat(slicing(costs(1000, 500)).stretches(1)).containsExactly(new Stretch(0, 2, 1500, 8));
  }

  @Test
  void threadsTakeImagesWhenThereIsOneForEach() {
    assertThat(LIGHT.apart(8, 2)).isEqualTo(4);
    assertThat(LIGHT.apart(9, 2)).isEqualTo(4);
    assertThat(LIGHT.apart(2, 2)).isEqualTo(1);
    assertThat(LIGHT.apart(1, 2)).isZero();
    assertThat(LIGHT.apart(7, 8)).isZero();
  }

  @Test
  void oneThreadHasNobodyToWaitFor() {
    assertThat(LIGHT.apart(100, 1)).isZero();
  }

  @Test
  void weightsThatAreUsedSeldomAreReadTogether() {
    assertThat(HEAVY.apart(64, 2)).isZero();
    Slicing between = slicing(cost(10_000, 100_000_000, 10_000_000));
    assertThat(between.apart(4, 2)).as("two images each").isZero();
    assertThat(between.apart(6, 2)).as("three images each").isEqualTo(3);
    assertThat(between.apart(12, 4)).as("more threads read more weights").isZero();
  }

  @Test
  void weightsOfLargeSlicesAreUsedMore() {
    Cost maps = cost(2_000_000, 100_000_000, 0);
    assertThat(slicing(maps, cost(10_000, 0, 5_000_000)).apart(8, 2)).isEqualTo(4);
    assertThat(slicing(maps, cost(2_000_000, 0, 5_000_000)).apart(8, 2)).isZero();
  }

  @Test
  void slicesAreNearlyEqualAndCoverEveryImage() {
    for (int images = 1; images < 40; images++) {
      for (int most = 1; most < 10; most++) {
        int slices = Slicing.slices(images, most);
        assertThat(Slicing.start(images, 0, slices)).isZero();
        assertThat(Slicing.start(images, slices, slices)).isEqualTo(images);
        for (int slice = 0; slice < slices; slice++) {
          int length =
              Slicing.start(images, slice + 1, slices) - Slicing.start(images, slice, slices);
          assertThat(length).isBetween(images / slices, most);
        }
      }
    }
  }

  private static int most(int floats, int slices) {
    return slicing(cost(floats, 1, 1)).stretches(slices).get(0).images();
  }

  private static List<Integer> images(Cost... parts) {
    return slicing(parts).stretches(1).stream()
        .flatMap(
            stretch ->
                Collections.nCopies(stretch.end() - stretch.first(), stretch.images()).stream())
        .toList();
  }

  private static Cost[] costs(int... floats) {
    Cost[] costs = new Cost[floats.length];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = cost(floats[i], 1, 1);
    }
    return costs;
  }

  /** Of a part whose arena has half as much again as what is live in it. */
  private static Cost cost(int live, long work, long weights) {
    return new Cost(new Part(live + live / 2, live), work, weights);
  }

  private static Slicing slicing(Cost... parts) {
    return new Slicing(CACHES, List.of(parts));
  }
}
