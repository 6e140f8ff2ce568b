package io.resnetc.bind;

/** What steps without a label add to the module path. */
interface Naming {
  /** Outside a sequence: nothing, but for the index of a repetition. */
  Naming PLAIN = (repeated, repetition) -> repeated ? Integer.toString(repetition) : "";

  /** The path of a repetition, counted from 0, of a step without a label. */
  String unlabelled(boolean repeated, int repetition);

  /** The path of a repetition of a step; {@code label} is empty where it has none. */
  default String name(String label, boolean repeated, int repetition) {
    if (label.isEmpty()) {
      return unlabelled(repeated, repetition);
    }
    return repeated ? label + "." + repetition : label;
  }

  /** Numbers as {@code nn.Sequential} does: each child the next, whatever it is. */
  static Naming numbered() {
    return new Naming() {
      private int next;

      @Override
      public String unlabelled(boolean repeated, int repetition) {
        return Integer.toString(next++);
      }
    };
  }
}
