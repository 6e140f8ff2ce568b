package io.resnetc.driver.image;

import io.resnetc.runtime.NetworkInfo;
import io.resnetc.runtime.Preprocessing;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Loads photographs as the input of one network. */
public final class ImageLoader {
  private final int channels;
  private final Frame frame;
  private final Preprocessing preprocessing;

  /**
   * @throws ImageException when the network's input is no picture: other than 1 or 3 channels
   */
  public ImageLoader(NetworkInfo info) throws ImageException {
    List<Integer> dims = info.inputDims();
    this.channels = dims.get(0);
    if (channels != 1 && channels != 3) {
      throw new ImageException(
          "an image has 3 channels, or 1 when grey; the input of %s has %d"
              .formatted(info.name(), channels));
    }
    this.frame = new Frame(dims.get(2), dims.get(1), info.preprocessing().resize());
    this.preprocessing = channels == 3 ? info.preprocessing() : threeTimes(info.preprocessing());
  }

  /** The file's image, decoded, resized and normalised, in CHW order. */
  public float[] load(Path file) throws IOException {
    BufferedImage image = frame.fit(ImageDecoder.decode(file));
    int[] rgb = image.getRGB(0, 0, frame.width(), frame.height(), null, 0, frame.width());
    if (channels == 1) {
      Luma.replace(rgb);
    }
    float[] planes = new float[3 * rgb.length];
    preprocessing.normalise(rgb, planes, 0);
    return channels == 3 ? planes : Arrays.copyOf(planes, rgb.length);
  }

  /** The same for each of three equal channels. */
  private static Preprocessing threeTimes(Preprocessing grey) {
    return new Preprocessing(
        grey.scale(), threeTimes(grey.mean()), threeTimes(grey.std()), grey.resize());
  }

  private static List<Double> threeTimes(List<Double> values) {
    return values.isEmpty() ? values : List.of(values.get(0), values.get(0), values.get(0));
  }
}
