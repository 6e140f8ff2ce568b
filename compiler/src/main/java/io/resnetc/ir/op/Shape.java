package io.resnetc.ir.op;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The dimensions of one image's value, without the batch: {@code [channels, height, width]} for a
 * feature map, {@code [features]} for a vector. The meaning is always NCHW; how a value lies in
 * memory is decided when the graph is lowered.
 */
public record Shape(List<Integer> dims) {
  public Shape {
    dims = List.copyOf(dims);
    if (dims.size() != 1 && dims.size() != 3) {
      throw new ShapeException("a value has 1 or 3 dimensions, not " + dims.size());
    }
    long elements = 1;
    for (int dim : dims) {
      if (dim < 1) {
        throw new ShapeException("a dimension must be at least 1: " + text(dims));
      }
      elements *= dim;
      if (elements > Integer.MAX_VALUE) {
        throw new ShapeException("a value of " + text(dims) + " has more than 2^31 - 1 elements");
      }
    }
  }

  /** A feature map. */
  public static Shape image(int channels, int height, int width) {
    return new Shape(List.of(channels, height, width));
  }

  /** A vector of features. */
  public static Shape vector(int features) {
    return new Shape(List.of(features));
  }

  public boolean isImage() {
    return dims.size() == 3;
  }

  /** Channels of a feature map, or features of a vector. */
  public int channels() {
    return dims.get(0);
  }

  /** Rows of a feature map; 1 for a vector. */
  public int height() {
    return isImage() ? dims.get(1) : 1;
  }

  /** Columns of a feature map; 1 for a vector. */
  public int width() {
    return isImage() ? dims.get(2) : 1;
  }

  public int elements() {
    return channels() * height() * width();
  }

  @Override
  public String toString() {
    return text(dims);
  }

  private static String text(List<Integer> dims) {
    return dims.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }
}
