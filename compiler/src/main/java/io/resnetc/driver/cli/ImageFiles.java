package io.resnetc.driver.cli;

import io.resnetc.driver.image.ImageException;
import io.resnetc.driver.image.ImageLoader;
import io.resnetc.runtime.NetworkInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Inputs that are image files. */
final class ImageFiles implements Images {
  private final List<Path> files;
  private final ImageLoader loader;
  private int next;

  ImageFiles(List<Path> files, NetworkInfo info) {
    this.files = files;
    try {
      this.loader = new ImageLoader(info);
    } catch (ImageException e) {
      throw new UserError(e.getMessage());
    }
  }

  @Override
  public int count() {
    return files.size();
  }

  @Override
  public String name(int index) {
    return files.get(index).toString();
  }

  @Override
  public int read(float[] target) {
    int first = next;
    for (int offset = 0; next < files.size() && offset < target.length; next++) {
      Path file = files.get(next);
      try {
        float[] image = loader.load(file);
        System.arraycopy(image, 0, target, offset, image.length);
        offset += image.length;
      } catch (IOException e) {
        throw IoText.error(file, e);
      }
    }
    return next - first;
  }

  @Override
  public void close() {
    // Each file was closed when it had been decoded.
  }
}
