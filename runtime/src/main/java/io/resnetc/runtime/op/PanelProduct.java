package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.Residual;

/**
 * A run of pixels times a panel of weights, stored with the epilogue. Where the pixels of the run
 * are equally far apart in the result, the register tiles store it themselves; else the sums are
 * stored line by line.
 */
final class PanelProduct {
  private final Kernels kernels;
  private final float[] bias;
  private final Activation activation;
  private final int sumsAt;

  /**
   * @param bias of all outputs, without -0
   * @param sumsAt where {@link Kernels#scratch} floats for sums lie in scratch memory
   */
  PanelProduct(Kernels kernels, float[] bias, Activation activation, int sumsAt) {
    this.kernels = kernels;
    this.bias = bias;
    this.activation = activation;
    this.sumsAt = sumsAt;
  }

  /**
   * Multiplies and stores.
   *
   * @param at where the first row begins
   * @param pixel the first row's pixel, counted over all images
   * @param isEven whether the pixels are equally far apart in the result and in the residual
   */
  void store(
      Call call,
      Patches patches,
      int at,
      int rows,
      Segment segment,
      int panel,
      int pixel,
      boolean isEven,
      float[] scratch) {
    int panelAt = panel * patches.pieces() * patches.depth(segment) * Kernels.PANEL;
    int first = panel * Kernels.PANEL;
    int count = Math.min(Kernels.PANEL, segment.outputs() - first);
    int channel = segment.outputStart() + first;
    if (isEven) {
      View z = call.z();
      kernels.multiplyAndStore(
          patches.values(call, scratch),
          at,
          patches.stride(call),
          rows,
          patches.pieces(),
          patches.pieceStep(call),
          patches.depth(segment),
          segment.panels(),
          panelAt,
          bias,
          channel,
          z == null ? null : call.arena(),
          z == null ? 0 : Views.pixel(z, call.images(), pixel) + channel,
          call.y().channels(),
          call.arena(),
          Views.pixel(call.y(), call.images(), pixel) + channel,
          call.y().channels(),
          count,
          activation,
          scratch,
          sumsAt);
    } else {
      multiply(call, patches, at, rows, segment, panelAt, channel, count, pixel, scratch);
      storeLines(call, channel, count, pixel, rows, scratch);
    }
  }

  private void multiply(
      Call call,
      Patches patches,
      int at,
      int rows,
      Segment segment,
      int panelAt,
      int channel,
      int count,
      int pixel,
      float[] scratch) {
    int startsAt = Residual.startsAt(rows, sumsAt);
    if (call.z() != null) {
      beginLines(call, channel, count, pixel, rows, scratch, startsAt);
    }
    kernels.multiply(
        patches.values(call, scratch),
        at,
        patches.stride(call),
        rows,
        patches.pieces(),
        patches.pieceStep(call),
        patches.depth(segment),
        segment.panels(),
        panelAt,
        count > Kernels.PANEL / 2 ? Kernels.PANEL : Kernels.PANEL / 2,
        call.z() == null ? null : scratch,
        startsAt,
        scratch,
        sumsAt);
  }

  private void beginLines(
      Call call, int channel, int count, int pixel, int rows, float[] scratch, int startsAt) {
    View z = call.z();
    for (int row = 0, run; row < rows; row += run) {
      run = Math.min(rows - row, z.width() - (pixel + row) % z.width());
      int from = Views.pixel(z, call.images(), pixel + row) + channel;
      int to = startsAt + row * Kernels.PANEL;
      Residual.begin(call.arena(), from, z.channels(), run, count, scratch, to);
    }
  }

  private void storeLines(Call call, int channel, int count, int pixel, int rows, float[] scratch) {
    View y = call.y();
    for (int row = 0, run; row < rows; row += run) {
      run = Math.min(rows - row, y.width() - (pixel + row) % y.width());
      kernels.epilogue(
          scratch,
          sumsAt + row * Kernels.PANEL,
          bias,
          channel,
          null,
          0,
          call.arena(),
          Views.pixel(y, call.images(), pixel + row) + channel,
          y.channels(),
          run,
          count,
          activation);
    }
  }
}
