package io.resnetc.benchmarks;

/** One side of a comparison: it has its network, its batch of images and its threads. */
interface Contender extends AutoCloseable {
  /** Runs the batch once. */
  void run();

  /** What the last run made of it. */
  float[] outputs();

  @Override
  void close();
}
