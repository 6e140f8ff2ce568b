package io.resnetc.benchmarks;

import io.resnetc.runtime.Context;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.Parallelism;

/** A class that our compiler made. */
final class CompiledContender implements Contender {
  private final Network network;
  private final Context context;
  private final float[] images;
  private final int batch;
  private final float[] outputs;

  CompiledContender(Network network, float[] images, int batch, Parallelism parallelism) {
    this.network = network;
    this.images = images;
    this.batch = batch;
    context = network.newContext(parallelism);
    outputs = new float[batch * network.info().outputElements()];
  }

  @Override
  public void run() {
    network.run(context, images, batch, outputs);
  }

  @Override
  public float[] outputs() {
    return outputs;
  }

  @Override
  public void close() {
    // What it holds is on the heap; the threads are the caller's.
  }
}
