package io.resnetc.driver.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.resnetc.runtime.NetworkInfo;
import io.resnetc.runtime.Part;
import io.resnetc.runtime.Preprocessing;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageLoaderTest {
  private static final Preprocessing BYTES = new Preprocessing(1, List.of(), List.of(), 0);

  @TempDir Path folder;

  @Test
  void keepsThePixelsOfAnImageOfTheRightSize() throws IOException {
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x010203);
    image.setRGB(1, 0, 0x040506);
    image.setRGB(0, 1, 0x070809);
    image.setRGB(1, 1, 0xFFFEFD);
    assertThat(load(image, info(3, 2, 2, BYTES)))
        .containsExactly(1, 4, 7, 255, 2, 5, 8, 254, 3, 6, 9, 253);
  }

  @Test
  void normalisesEachChannel() throws IOException {
    Preprocessing preprocessing =
        new Preprocessing(1 / 255.0, List.of(0.5, 0.25, 0.0), List.of(0.5, 1.0, 2.0), 0);
    float[] input = load(filled(1, 1, new Color(255, 51, 0)), info(3, 1, 1, preprocessing));
    assertThat(input).containsExactly(1, -0.05f, 0);
  }

  @Test
  void doesNotBrightenGrey() throws IOException {
    BufferedImage grey = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(0, 0, 0, 77);
    assertThat(load(grey, info(3, 1, 1, BYTES))).containsExactly(77, 77, 77);
    BufferedImage deep = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setSample(0, 0, 0, 77 * 257);
    assertThat(load(deep, info(3, 1, 1, BYTES))).containsExactly(77, 77, 77);
  }

  @Test
  void showsTransparentPixelsWhite() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00123456);
    image.setRGB(1, 0, 0xFF123456);
    assertThat(load(image, info(3, 1, 2, BYTES))).containsExactly(255, 0x12, 255, 0x34, 255, 0x56);
  }

  @Test
  void turnsColoursIntoGreyForANetworkOfOneChannel() throws IOException {
    float[] input = load(filled(1, 1, new Color(200, 100, 50)), info(1, 1, 1, BYTES));
    assertThat(input).containsExactly(Math.round(0.299f * 200 + 0.587f * 100 + 0.114f * 50));
  }

  @Test
  void stretchesWithoutAliasing() throws IOException {
    BufferedImage stripes = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 64; x += 2) {
      for (int y = 0; y < 32; y++) {
        stripes.setRGB(x, y, 0xFFFFFF);
      }
    }
    float[] input = load(stripes, info(3, 4, 4, BYTES));
    assertThat(input).hasSize(48);
    for (float value : input) {
      assertThat(value).isCloseTo(127.5f, within(4f));
    }
  }

  @Test
  void resizesTheShorterSideAndCropsTheCentre() throws IOException {
    BufferedImage image = filled(40, 20, Color.BLACK);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(10, 0, 20, 20);
    canvas.dispose();
    Preprocessing resize = new Preprocessing(1, List.of(), List.of(), 10);
    float[] input = load(image, info(3, 8, 8, resize));
    for (float value : input) {
      assertThat(value).isGreaterThan(250);
    }
  }

  @Test
  void refusesWhatIsNoPicture() throws IOException {
    Path text = Files.writeString(folder.resolve("x.png"), "no image");
    assertThatThrownBy(() -> new ImageLoader(info(3, 1, 1, BYTES)).load(text))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("is not an image that resnetc can read")
        .hasMessageContaining("png");
    assertThatThrownBy(() -> new ImageLoader(info(4, 1, 1, BYTES)))
        .hasMessageContaining("the input of Tiny has 4");
  }

  @Test
  void saysThatAFileIsDamaged() throws IOException {
    Path whole = write(filled(64, 64, Color.RED), "png");
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(bytes, 60));
    assertThatThrownBy(() -> new ImageLoader(info(3, 8, 8, BYTES)).load(cut))
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusesAnImageTooLongToResize() throws IOException {
    Preprocessing resize = new Preprocessing(1, List.of(), List.of(), 256);
    assertThatThrownBy(() -> load(filled(60_000, 1, Color.RED), info(3, 224, 224, resize)))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("60000x1");
  }

  private float[] load(BufferedImage image, NetworkInfo info) throws IOException {
    return new ImageLoader(info).load(write(image, "png"));
  }

  private Path write(BufferedImage image, String format) throws IOException {
    Path file = folder.resolve("image." + format);
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    return file;
  }

  private static BufferedImage filled(int width, int height, Color color) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(color);
    canvas.fillRect(0, 0, width, height);
    canvas.dispose();
    return image;
  }

  private static NetworkInfo info(
      int channels, int height, int width, Preprocessing preprocessing) {
    return new NetworkInfo(
        "Tiny",
        List.of(channels, height, width),
        List.of(10),
        List.of(new Part(0, 0)),
        preprocessing,
        List.of());
  }
}
