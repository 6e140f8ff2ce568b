package com.example.classify;

import io.resnetc.runtime.NetworkInfo;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** An image of any size. */
record Photograph(BufferedImage image) {
  static Photograph read(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    if (image == null) {
      throw new IOException(file + " is no image that Java can read");
    }
    return new Photograph(image);
  }

  /** The middle of the image at the network's size, normalised as the network was trained. */
  float[] toInput(NetworkInfo info) {
    int height = info.inputShape()[1];
    int width = info.inputShape()[2];
    int[] rgb = centre(width, height).getRGB(0, 0, width, height, null, 0, width);
    float[] input = new float[info.inputElements()];
    info.preprocessing().normalise(rgb, input, 0);
    return input;
  }

  /** Scales the image until it just covers the given size, and cuts off what sticks out. */
  private BufferedImage centre(int width, int height) {
    double scale = Math.max((double) width / image.getWidth(), (double) height / image.getHeight());
    int scaledWidth = (int) Math.round(image.getWidth() * scale);
    int scaledHeight = (int) Math.round(image.getHeight() * scale);
    Image scaled = image.getScaledInstance(scaledWidth, scaledHeight, Image.SCALE_AREA_AVERAGING);
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = result.createGraphics();
    graphics.drawImage(scaled, (width - scaledWidth) / 2, (height - scaledHeight) / 2, null);
    graphics.dispose();
    return result;
  }
}
