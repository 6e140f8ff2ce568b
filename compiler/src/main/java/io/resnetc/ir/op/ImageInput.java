package io.resnetc.ir.op;

import java.util.List;

/**
 * How a photograph becomes the network's input, and what its outputs are called. A channel's value
 * is {@code (byte * scale - mean) / std}.
 *
 * @param scale what a byte 0..255 is multiplied by
 * @param mean one for each channel; empty means 0
 * @param std one for each channel; empty means 1
 * @param resize length of the shorter side before the centre crop to the input's size; 0 stretches
 *     the image to the input's size
 * @param labels the classes' names in order; may be empty
 */
public record ImageInput(
    double scale, List<Double> mean, List<Double> std, int resize, List<String> labels) {
  public static final ImageInput DEFAULT =
      new ImageInput(1.0 / 255, List.of(), List.of(), 0, List.of());

  public ImageInput {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    labels = List.copyOf(labels);
  }
}
