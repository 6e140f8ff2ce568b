package io.resnetc.runtime;

/**
 * A part of a network, which batches go through in slices of its own size.
 *
 * @param arenaFloats floats of arena for one image, in it and all parts after it
 * @param liveFloats how many of them are in use at once: what an image takes of the caches
 */
public record Part(int arenaFloats, int liveFloats) {}
