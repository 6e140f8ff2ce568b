package io.resnetc.driver;

/**
 * A part of the network that batches go through in slices of its own size.
 *
 * @param path where it begins: the path of its first step, as in {@link LayerCost}
 * @param arenaBytes working memory for one image, from there to the network's end
 * @param liveBytes the most of it that is needed at any one step
 */
public record PartCost(String path, long arenaBytes, long liveBytes) {}
