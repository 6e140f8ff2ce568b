package io.resnetc.driver.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;

/** Turns whatever a decoder gives into opaque 8-bit RGB. */
final class Rgb {
  private Rgb() {}

  /** Grey becomes three equal channels; what is transparent shows white. */
  static BufferedImage of(BufferedImage image) {
    ColorModel model = image.getColorModel();
    boolean grey =
        model.getNumComponents() <= 2
            && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
            && image.getRaster().getNumBands() == model.getNumComponents();
    BufferedImage source = grey ? fromGrey(image) : image;
    BufferedImage result =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = result.createGraphics();
    canvas.drawImage(source, 0, 0, Color.WHITE, null);
    canvas.dispose();
    return result;
  }

  /**
   * Copies the samples as they are. Java takes grey to be linear light and would brighten it; image
   * files mean the same curve as for colours.
   */
  private static BufferedImage fromGrey(BufferedImage image) {
    Raster raster = image.getRaster();
    int bits = image.getColorModel().getComponentSize(0);
    boolean alpha = raster.getNumBands() == 2;
    BufferedImage result =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int value = toByte(raster.getSample(x, y, 0), bits);
        int opacity = alpha ? toByte(raster.getSample(x, y, 1), bits) : 255;
        result.setRGB(x, y, opacity << 24 | value << 16 | value << 8 | value);
      }
    }
    return result;
  }

  private static int toByte(int sample, int bits) {
    return bits == 8 ? sample : (int) Math.round(sample * 255.0 / ((1L << bits) - 1));
  }
}
