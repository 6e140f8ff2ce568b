package io.resnetc.lower;

import java.util.Map;
import java.util.Optional;

/**
 * What the caller has to say about the choice of algorithms.
 *
 * @param numerics which algorithms may be chosen
 * @param batch images that are expected at a time; any number runs
 * @param forced an algorithm for layers by their path; the empty path stands for every layer that
 *     can be computed so
 */
public record LoweringOptions(Numerics numerics, int batch, Map<String, Algorithm> forced) {
  /** The compiler's own choice. */
  public static final LoweringOptions DEFAULT = new LoweringOptions(Numerics.FAST, 1, Map.of());

  public LoweringOptions {
    if (batch < 1) {
      throw new IllegalArgumentException("batches of %d images".formatted(batch));
    }
    forced = Map.copyOf(forced);
  }

  /** The same for batches of that many images. */
  public LoweringOptions withBatch(int images) {
    return new LoweringOptions(numerics, images, forced);
  }

  /** What is forced for the layer: by its own path before that of all. */
  Optional<Algorithm> forced(String path) {
    return Optional.ofNullable(forced.getOrDefault(path, forced.get("")));
  }
}
