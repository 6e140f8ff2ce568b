package io.resnetc.driver.image;

import java.awt.image.BufferedImage;

/**
 * Antialiased bilinear resampling, to the bit as Pillow does it, because that is what most networks
 * were trained on: a triangle as wide as an output pixel covers in the input, rows first, 8 bits
 * between the passes, weights in fixed point.
 */
final class Resampling {
  private static final int FRACTION_BITS = 32 - 8 - 2;

  private final int[] first;
  private final int[][] weights;

  /** The weights that take {@code from} pixels in a row to {@code to}. */
  private Resampling(int from, int to) {
    first = new int[to];
    weights = new int[to][];
    double scale = (double) from / to;
    double support = Math.max(scale, 1);
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * scale;
      first[i] = Math.max(0, (int) (centre - support + 0.5));
      int end = Math.min(from, (int) (centre + support + 0.5));
      double[] triangle = new double[end - first[i]];
      double sum = 0;
      for (int k = 0; k < triangle.length; k++) {
        triangle[k] = Math.max(0, 1 - Math.abs((first[i] + k - centre + 0.5) / support));
        sum += triangle[k];
      }
      weights[i] = new int[triangle.length];
      for (int k = 0; k < triangle.length; k++) {
        weights[i][k] = (int) (triangle[k] / sum * (1 << FRACTION_BITS) + 0.5);
      }
    }
  }

  /** The image, stretched to another size. */
  static BufferedImage scale(BufferedImage image, int width, int height) {
    int rows = image.getHeight();
    int[] pixels = image.getRGB(0, 0, image.getWidth(), rows, null, 0, image.getWidth());
    int[] columns = new Resampling(image.getWidth(), width).transposed(pixels, rows);
    int[] scaled = new Resampling(rows, height).transposed(columns, width);
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    result.setRGB(0, 0, width, height, scaled, 0, width);
    return result;
  }

  /** Resamples every row, and lays the results out as columns. */
  private int[] transposed(int[] pixels, int rows) {
    int from = pixels.length / rows;
    int[] result = new int[first.length * rows];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < first.length; i++) {
        result[i * rows + row] = pixel(pixels, row * from + first[i], weights[i]);
      }
    }
    return result;
  }

  private static int pixel(int[] pixels, int start, int[] weights) {
    int red = 1 << FRACTION_BITS - 1;
    int green = red;
    int blue = red;
    for (int k = 0; k < weights.length; k++) {
      int pixel = pixels[start + k];
      red += weights[k] * (pixel >> 16 & 0xFF);
      green += weights[k] * (pixel >> 8 & 0xFF);
      blue += weights[k] * (pixel & 0xFF);
    }
    return toByte(red) << 16 | toByte(green) << 8 | toByte(blue);
  }

  private static int toByte(int sum) {
    return Math.min(sum >>> FRACTION_BITS, 255);
  }
}
