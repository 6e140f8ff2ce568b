package io.resnetc.emit;

import io.resnetc.diag.Place;
import io.resnetc.ir.Node;

/** Text from outside, made fit to stand in a Java comment. */
final class Comments {
  private Comments() {}

  /** javac reads escapes in comments too, and the end of a comment is the end of a comment. */
  static String safe(String text) {
    return text.replace('\\', '/').replace("*/", "* /").replaceAll("\\p{Cntrl}", " ");
  }

  /** The place without the file's folder, so that the folder does not change the bytes. */
  static String place(Node node) {
    Place place = node.origin().place();
    String file = place.file().replace('\\', '/');
    String name = file.substring(file.lastIndexOf('/') + 1);
    return safe(new Place(name, place.line(), place.column()).toString());
  }
}
