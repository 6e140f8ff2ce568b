package io.resnetc.driver.image;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** How a camera was held, as its file says (Exif), under the names of ImageIO's metadata. */
enum Orientation {
  NORMAL(1, 0, 0, 1, false),
  FLIPH(-1, 0, 0, 1, false),
  ROTATE180(-1, 0, 0, -1, false),
  FLIPV(1, 0, 0, -1, false),
  FLIPHROTATE90(0, 1, 1, 0, true),
  ROTATE270(0, 1, -1, 0, true),
  FLIPVROTATE90(0, -1, -1, 0, true),
  ROTATE90(0, -1, 1, 0, true);

  private final int xx;
  private final int yx;
  private final int xy;
  private final int yy;
  private final boolean turned;

  /** The matrix {@code [xx xy; yx yy]} takes a stored point to the upright image's axes. */
  Orientation(int xx, int yx, int xy, int yy, boolean turned) {
    this.xx = xx;
    this.yx = yx;
    this.xy = xy;
    this.yy = yy;
    this.turned = turned;
  }

  /** The orientation of a reader's first image; {@link #NORMAL} where the file does not say. */
  static Orientation of(ImageReader reader) throws IOException {
    IIOMetadata metadata = reader.getImageMetadata(0);
    if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
      return NORMAL;
    }
    Element tree = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
    NodeList found = tree.getElementsByTagName("ImageOrientation");
    if (found.getLength() == 0) {
      return NORMAL;
    }
    String value = ((Element) found.item(0)).getAttribute("value");
    for (Orientation orientation : values()) {
      if (orientation.name().equalsIgnoreCase(value)) {
        return reader.getFormatName().equalsIgnoreCase("jpeg") ? orientation.ofJpeg() : orientation;
      }
    }
    return NORMAL;
  }

  /** TwelveMonkeys' JPEG reader swaps the names of the diagonal flips, against Java's own TIFF. */
  private Orientation ofJpeg() {
    return this == FLIPHROTATE90 ? FLIPVROTATE90 : this == FLIPVROTATE90 ? FLIPHROTATE90 : this;
  }

  BufferedImage upright(BufferedImage image) {
    if (this == NORMAL) {
      return image;
    }
    int width = turned ? image.getHeight() : image.getWidth();
    int height = turned ? image.getWidth() : image.getHeight();
    BufferedImage result = new BufferedImage(width, height, image.getType());
    Graphics2D canvas = result.createGraphics();
    int dx = xx + xy < 0 ? width : 0;
    int dy = yx + yy < 0 ? height : 0;
    canvas.drawImage(image, new AffineTransform(xx, yx, xy, yy, dx, dy), null);
    canvas.dispose();
    return result;
  }
}
