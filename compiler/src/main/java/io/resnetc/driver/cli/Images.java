package io.resnetc.driver.cli;

import java.io.Closeable;
import java.io.IOException;

/** A row of inputs, read a few at a time, in order. */
interface Images extends Closeable {
  int count();

  /** How the output calls image {@code index}. */
  String name(int index);

  /** Reads the next images into {@code target}, as many as it holds, and returns how many. */
  int read(float[] target) throws IOException;

  @Override
  void close() throws IOException;
}
