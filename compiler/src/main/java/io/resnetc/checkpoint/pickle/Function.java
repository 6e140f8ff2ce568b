package io.resnetc.checkpoint.pickle;

import java.util.List;

/** What a pickle may call: a function of ours that stands for one of Python's. */
@FunctionalInterface
public interface Function {
  /**
   * Makes a value of values.
   *
   * @throws io.resnetc.runtime.weights.WeightsException when the arguments are not what it takes
   */
  Object call(List<?> arguments);
}
