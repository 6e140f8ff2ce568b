package io.resnetc.checkpoint;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds what a training script put before every name. */
final class CommonPrefix {
  /**
   * Of DataParallel, of wrapping modules (Lightning and others), of {@code torch.compile}, of
   * dictionaries that were saved flat.
   */
  private static final List<String> KNOWN =
      List.of("module.", "model.", "_orig_mod.", "net.", "state_dict.", "model_state_dict.");

  private CommonPrefix() {}

  /**
   * The known prefix that all {@code names} have, unless one of the {@code wanted} names has it
   * too.
   */
  static Optional<String> of(Collection<String> names, Collection<String> wanted) {
    return KNOWN.stream()
        .filter(prefix -> !names.isEmpty() && names.stream().allMatch(n -> n.startsWith(prefix)))
        .filter(prefix -> names.stream().noneMatch(prefix::equals))
        .filter(prefix -> wanted.stream().noneMatch(n -> n.startsWith(prefix)))
        .findFirst();
  }
}
