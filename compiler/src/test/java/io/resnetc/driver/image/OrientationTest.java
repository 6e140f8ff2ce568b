package io.resnetc.driver.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every Exif orientation on a picture whose dark quarter tells how it was turned. */
class OrientationTest {
  private static final int WIDTH = 32;
  private static final int HEIGHT = 16;

  @TempDir Path folder;

  /** The stored picture is dark at its top left; Exif says where that belongs. */
  @ParameterizedTest(name = "Exif {0}")
  @CsvSource({
    "1, 32, top left",
    "2, 32, top right",
    "3, 32, bottom right",
    "4, 32, bottom left",
    "5, 16, top left",
    "6, 16, top right",
    "7, 16, bottom right",
    "8, 16, bottom left",
  })
  void turnsUpright(int exif, int width, String darkCorner) throws IOException {
    Path file = Files.write(folder.resolve("x.jpg"), withExif(jpeg(), exif));
    BufferedImage image = ImageDecoder.decode(file);
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(WIDTH + HEIGHT - width);
    for (String row : new String[] {"top", "bottom"}) {
      for (String side : new String[] {"left", "right"}) {
        int x = side.equals("left") ? 2 : image.getWidth() - 3;
        int y = row.equals("top") ? 2 : image.getHeight() - 3;
        boolean dark = (image.getRGB(x, y) & 0xFF) < 128;
        assertThat(dark).as(row + " " + side).isEqualTo(darkCorner.equals(row + " " + side));
      }
    }
  }

  private static byte[] jpeg() throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, x < WIDTH / 2 && y < HEIGHT / 2 ? 0 : 0xFFFFFF);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }

  /** Puts an Exif segment with the orientation tag alone behind the start-of-image marker. */
  private static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0, // marker, length, name
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8, // TIFF header, big endian
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0, // one entry: 0x0112, a short
      0,
      0,
      0,
      0
    };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(exif);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }
}
