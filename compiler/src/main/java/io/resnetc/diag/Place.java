package io.resnetc.diag;

/**
 * A point in a source file, as people write it: {@code resnet.rn:4:20}.
 *
 * @param file the file's path as the user named it
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {
  /** For what no source line made, such as a graph built by a test. */
  public static final Place NONE = new Place("-", 0, 0);

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
