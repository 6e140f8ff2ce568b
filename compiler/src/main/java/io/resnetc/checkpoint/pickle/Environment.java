package io.resnetc.checkpoint.pickle;

import java.util.List;

/** What the names in a pickle stand for; whoever reads pickles of some kind knows that. */
public interface Environment {
  /**
   * The value or {@link Function} that stands for a Python global.
   *
   * @throws io.resnetc.runtime.weights.WeightsException naming it, for one that is not allowed
   */
  Object global(String module, String name);

  /**
   * The value for a persistent id, pickle's way to refer to what is stored outside of it.
   *
   * @throws io.resnetc.runtime.weights.WeightsException when it refers to nothing
   */
  Object persistent(List<?> id);
}
