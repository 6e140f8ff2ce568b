package io.resnetc.pass;

/**
 * A pass made a graph that is malformed or means something else: a bug in the compiler. The message
 * names the pass and shows the IR before and after it, ready for a report.
 */
public final class PassFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String pass;
  private final String before;
  private final String after;

  /**
   * Describes a failure.
   *
   * @param pass the pass's name
   * @param problem what is wrong with its result, in a line or more
   * @param before the IR that the pass was given
   * @param after the IR that it made; empty when it did not get that far
   */
  PassFailure(String pass, String problem, String before, String after, Throwable cause) {
    super(text(pass, problem, before, after), cause);
    this.pass = pass;
    this.before = before;
    this.after = after;
  }

  public String pass() {
    return pass;
  }

  public String before() {
    return before;
  }

  public String after() {
    return after;
  }

  private static String text(String pass, String problem, String before, String after) {
    String shown = "pass %s: %s\n--- before %1$s\n%s".formatted(pass, problem, before);
    return after.isEmpty() ? shown : shown + "\n--- after %s\n%s".formatted(pass, after);
  }
}
