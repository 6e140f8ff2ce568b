package io.resnetc.driver.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Against Pillow's algorithm, computed apart from this code. */
class ResamplingTest {
  private static final int WIDTH = 7;
  private static final int HEIGHT = 5;

  @Test
  void shrinks() {
    assertThat(scaled(3, 3)).containsExactly(76, 135, 148, 149, 147, 143, 109, 141, 127);
  }

  @Test
  void enlarges() {
    assertThat(scaled(9, 6))
        .startsWith(0, 25, 53, 82, 111, 140, 169, 197, 222, 68, 99, 136, 172, 209, 96, 90, 126, 157)
        .endsWith(108, 167, 123, 50, 119, 188, 115, 71, 130);
  }

  @Test
  void leavesAnImageOfTheRightSizeAlone() {
    assertThat(scaled(WIDTH, HEIGHT)).containsExactly(grey());
  }

  private static int[] scaled(int width, int height) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    int[] grey = grey();
    for (int i = 0; i < grey.length; i++) {
      // The channels differ, so that none can be taken for another.
      image.setRGB(i % WIDTH, i / WIDTH, grey[i] << 16 | 255 - grey[i]);
    }
    BufferedImage result = Resampling.scale(image, width, height);
    int[] red = result.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < red.length; i++) {
      assertThat(red[i] & 0xFF).isBetween(254 - (red[i] >> 16 & 0xFF), 256 - (red[i] >> 16 & 0xFF));
      assertThat(red[i] >> 8 & 0xFF).isZero();
      red[i] = red[i] >> 16 & 0xFF;
    }
    return red;
  }

  private static int[] grey() {
    int[] values = new int[WIDTH * HEIGHT];
    for (int i = 0; i < values.length; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH;
      values[i] = (x * 37 + y * 91 + x * y * 13) % 256;
    }
    return values;
  }
}
