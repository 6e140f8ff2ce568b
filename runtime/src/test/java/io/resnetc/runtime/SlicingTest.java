package io.resnetc.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.runtime.machine.Caches;
import org.junit.jupiter.api.Test;

class SlicingTest {
  private static final Caches CACHES = new Caches(12_000, 250_000, 9_000_000);

  /** Much work for each weight, as in a network of small maps and few channels. */
  private static final Slicing LIGHT = new Slicing(CACHES, 36_000, 30_000_000, 300_000);

  /** One multiply-add for each weight, as in linear layers. */
  private static final Slicing HEAVY = new Slicing(CACHES, 10_000, 10_000_000, 10_000_000);

  @Test
  void arenasInFlightFitTheCacheOrHoldOneImageEach() {
    for (int imageFloats : new int[] {1, 1000, 400_000, 1_000_000, 500_000_000}) {
      Slicing slicing = new Slicing(CACHES, imageFloats, 1, 1);
      for (int slices = 1; slices <= 64; slices++) {
        int most = slicing.most(slices);
        assertThat(most).isBetween(1, 8);
        if (most > 1) {
          long floats = Math.max(250_000, 3_000_000 / slices);
          assertThat((long) most * imageFloats).isLessThanOrEqualTo(floats);
        }
      }
    }
    assertThat(new Slicing(CACHES, 1_000_000, 1, 1).most(1)).isEqualTo(3);
    assertThat(new Slicing(CACHES, 1_000_000, 1, 1).most(2)).isEqualTo(1);
    assertThat(new Slicing(CACHES, 50_000, 1, 1).most(64)).as("second level").isEqualTo(5);
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
    Slicing between = new Slicing(CACHES, 10_000, 200_000_000, 10_000_000);
    assertThat(between.apart(4, 2)).as("two images each").isZero();
    assertThat(between.apart(6, 2)).as("three images each").isEqualTo(3);
    assertThat(between.apart(12, 4)).as("more threads read more weights").isZero();
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
}
