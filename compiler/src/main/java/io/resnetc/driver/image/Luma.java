package io.resnetc.driver.image;

/** Colours to grey by the weights of ITU-R BT.601, in the fixed point that Pillow uses. */
final class Luma {
  private Luma() {}

  /** Gives every pixel three equal channels. */
  static void replace(int[] rgb) {
    for (int i = 0; i < rgb.length; i++) {
      int red = rgb[i] >> 16 & 0xFF;
      int green = rgb[i] >> 8 & 0xFF;
      int blue = rgb[i] & 0xFF;
      int grey = (19595 * red + 38470 * green + 7471 * blue + 0x8000) >> 16;
      rgb[i] = grey * 0x010101;
    }
  }
}
