package io.resnetc.driver.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes every format that ImageIO has a reader for into upright sRGB pixels. */
final class ImageDecoder {
  private ImageDecoder() {}

  /** Decodes the first image of a file. */
  static BufferedImage decode(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      if (in == null) {
        throw new IOException("cannot be opened");
      }
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new ImageException("is not an image that resnetc can read (" + formats() + ")");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, false);
        BufferedImage pixels = reader.read(0);
        return Orientation.of(reader).upright(Rgb.of(pixels));
      } finally {
        reader.dispose();
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
      // Readers answer some damaged files with these.
      throw new ImageException("is damaged: " + e.getMessage());
    }
  }

  private static String formats() {
    return Arrays.stream(ImageIO.getReaderFileSuffixes())
        .filter(suffix -> !suffix.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }
}
