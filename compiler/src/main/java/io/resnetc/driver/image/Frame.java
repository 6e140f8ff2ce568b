package io.resnetc.driver.image;

import java.awt.image.BufferedImage;

/**
 * Brings an image to the network's size, as torchvision's Resize and CenterCrop do: antialiased
 * bilinear resampling, the longer side rounded down, the crop's corner rounded half to even.
 */
record Frame(int width, int height, int resize) {
  /** A strip so long that no photograph is meant, and that memory would not hold. */
  private static final long MOST_PIXELS = 1 << 26;

  BufferedImage fit(BufferedImage image) throws ImageException {
    if (resize == 0) {
      return Resampling.scale(image, width, height);
    }
    int shorter = Math.min(image.getWidth(), image.getHeight());
    long newWidth = (long) resize * image.getWidth() / shorter;
    long newHeight = (long) resize * image.getHeight() / shorter;
    if (newWidth * newHeight > MOST_PIXELS) {
      throw new ImageException(
          "is %dx%d: too long and thin to be resized to %d pixels"
              .formatted(image.getWidth(), image.getHeight(), resize));
    }
    return centre(Resampling.scale(image, (int) newWidth, (int) newHeight));
  }

  private BufferedImage centre(BufferedImage image) {
    int left = (int) Math.rint((image.getWidth() - width) / 2.0);
    int top = (int) Math.rint((image.getHeight() - height) / 2.0);
    if (left >= 0 && top >= 0) {
      return image.getSubimage(left, top, width, height);
    }
    BufferedImage padded = new BufferedImage(width, height, image.getType());
    padded.getGraphics().drawImage(image, -left, -top, null);
    return padded;
  }
}
