package io.resnetc.runtime;

import java.util.List;

/**
 * How a photograph becomes a network's input: {@code (byte * scale - mean) / std} for each channel.
 *
 * @param scale what a byte 0..255 is multiplied by
 * @param mean one for each channel; empty means 0
 * @param std one for each channel; empty means 1
 * @param resize the shorter side before the centre crop to the input's size; 0 stretches the image
 */
public record Preprocessing(double scale, List<Double> mean, List<Double> std, int resize) {
  public Preprocessing {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
  }

  /**
   * Normalises pixels that already have the network's size.
   *
   * @param rgb pixels {@code 0xRRGGBB} (the top byte is ignored), row by row
   * @param output receives the image in NCHW order from {@code offset}: 3 planes of {@code
   *     rgb.length} values
   */
  public void normalise(int[] rgb, float[] output, int offset) {
    for (int channel = 0; channel < 3; channel++) {
      double shift = mean.isEmpty() ? 0 : mean.get(channel);
      double spread = std.isEmpty() ? 1 : std.get(channel);
      int bits = 16 - 8 * channel;
      for (int i = 0; i < rgb.length; i++) {
        double value = (rgb[i] >> bits & 0xFF) * scale;
        output[offset + channel * rgb.length + i] = (float) ((value - shift) / spread);
      }
    }
  }
}
