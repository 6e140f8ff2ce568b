package io.resnetc.benchmarks;

import io.resnetc.runtime.Context;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.Parallelism;
import io.resnetc.runtime.Workers;

/** A class that our compiler made. */
final class CompiledContender implements Contender {
  private final Network network;
  private final Workers workers;
  private final Context context;
  private final float[] images;
  private final int batch;
  private final float[] outputs;

  CompiledContender(Network network, float[] images, int batch, int threads) {
    this.network = network;
    this.images = images;
    this.batch = batch;
    workers = new Workers(threads);
    context = network.newContext(threads == 1 ? Parallelism.SEQUENTIAL : workers);
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
    workers.close();
  }
}
