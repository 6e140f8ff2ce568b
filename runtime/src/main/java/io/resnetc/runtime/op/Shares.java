package io.resnetc.runtime.op;

/** Cuts a range into nearly equal shares. */
final class Shares {
  private Shares() {}

  /** Where share {@code part} begins; share {@code part + 1} begins where it ends. */
  static int start(int total, int part, int parts) {
    return (int) ((long) total * part / parts);
  }
}
