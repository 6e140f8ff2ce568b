package io.resnetc.driver.cli;

/** What the command line's exit codes mean; scripts rely on them. */
final class ExitCode {
  static final int OK = 0;

  /** The model, the weights or another input is wrong. */
  static final int USER_ERROR = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** A bug in resnetc; EX_SOFTWARE of sysexits.h. */
  static final int BUG = 70;

  private ExitCode() {}
}
