package io.resnetc.memory;

/**
 * A stretch of the network that a batch goes through in slices of its own size.
 *
 * @param first its first step
 * @param input the value that it is handed; the network's input for the first part
 * @param floats what it and all parts after it take of the arena, for one image
 * @param liveFloats how much of that is live at any one step at most
 */
public record Part(int first, int input, int floats, int liveFloats) {}
