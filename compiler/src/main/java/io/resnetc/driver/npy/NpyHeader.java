package io.resnetc.driver.npy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dictionary at the start of a {@code .npy} file. NumPy's format document (NEP 1) fixes its
 * three keys; they may come in any order.
 */
record NpyHeader(ElementType type, boolean fortranOrder, List<Integer> shape) {
  private static final Pattern TEXT =
      Pattern.compile("\\s*\\{\\s*(?<entries>(?:'\\w+'\\s*:.*)?)\\}\\s*", Pattern.DOTALL);
  private static final Pattern ENTRY =
      Pattern.compile("'(\\w+)'\\s*:\\s*('[^']*'|True|False|\\([\\d,\\sL]*\\))\\s*(?:,\\s*|$)");

  NpyHeader {
    shape = List.copyOf(shape);
  }

  static NpyHeader parse(String text) throws NpyException {
    Matcher whole = TEXT.matcher(text);
    if (!whole.matches()) {
      throw unreadable(text);
    }
    String descr = null;
    String order = null;
    String shape = null;
    Matcher entry = ENTRY.matcher(whole.group("entries"));
    int end = 0;
    while (entry.find() && entry.start() == end) {
      end = entry.end();
      switch (entry.group(1)) {
        case "descr" -> descr = entry.group(2);
        case "fortran_order" -> order = entry.group(2);
        case "shape" -> shape = entry.group(2);
        default -> throw unreadable(text);
      }
    }
    boolean complete = end == whole.group("entries").length();
    if (!complete || descr == null || shape == null || !isBoolean(order)) {
      throw unreadable(text);
    }
    return new NpyHeader(
        ElementType.of(descr.replace("'", "")), order.equals("True"), dims(shape, text));
  }

  /** How many elements lie under one index of the first axis. */
  long rowElements() {
    long elements = 1;
    for (int dim : shape.subList(Math.min(1, shape.size()), shape.size())) {
      elements = Math.multiplyExact(elements, (long) dim);
    }
    return elements;
  }

  /** Bytes of the array's data. */
  long dataBytes() {
    long rows = shape.isEmpty() ? 1 : shape.get(0);
    return Math.multiplyExact(Math.multiplyExact(rows, rowElements()), (long) type.bytes());
  }

  private static List<Integer> dims(String tuple, String text) throws NpyException {
    List<Integer> dims = new ArrayList<>();
    for (String dim : tuple.replaceAll("[()\\sL]", "").split(",")) {
      if (!dim.isEmpty()) {
        try {
          dims.add(Integer.parseInt(dim));
        } catch (NumberFormatException e) {
          throw unreadable(text);
        }
      }
    }
    return dims;
  }

  private static boolean isBoolean(String value) {
    return "True".equals(value) || "False".equals(value);
  }

  private static NpyException unreadable(String text) {
    return new NpyException("has a header that is not one plain array: " + text.strip());
  }
}
