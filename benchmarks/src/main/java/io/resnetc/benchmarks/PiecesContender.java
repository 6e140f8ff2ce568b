package io.resnetc.benchmarks;

import io.resnetc.runtime.Context;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.Parallelism;
import java.util.Arrays;

/** A class that our compiler made, with its images in batches one after another. */
final class PiecesContender implements Contender {
  private final Network network;
  private final Context context;
  private final float[][] pieces;
  private final int batch;
  private final float[] piece;
  private final float[] outputs;

  /**
   * @param images as many as fill batches
   */
  PiecesContender(Network network, float[] images, int batch, Parallelism parallelism) {
    this.network = network;
    this.batch = batch;
    context = network.newContext(parallelism);
    int floats = batch * network.info().inputElements();
    pieces = new float[images.length / floats][];
    for (int i = 0; i < pieces.length; i++) {
      pieces[i] = Arrays.copyOfRange(images, i * floats, (i + 1) * floats);
    }
    piece = new float[batch * network.info().outputElements()];
    outputs = new float[pieces.length * piece.length];
  }

  @Override
  public void run() {
    for (int i = 0; i < pieces.length; i++) {
      network.run(context, pieces[i], batch, piece);
      System.arraycopy(piece, 0, outputs, i * piece.length, piece.length);
    }
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
