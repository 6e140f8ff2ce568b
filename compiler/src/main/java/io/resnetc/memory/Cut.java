package io.resnetc.memory;

/**
 * A place between two steps where one value is all that is live.
 *
 * @param step the first step after it
 * @param handedOver where that value lives
 */
record Cut(int step, Allocation handedOver) {
  /** The value. */
  int value() {
    return handedOver.values().stream().filter(value -> value < step).reduce(-1, Math::max);
  }
}
