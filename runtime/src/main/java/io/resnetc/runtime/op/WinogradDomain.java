package io.resnetc.runtime.op;

import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.WinogradForm;

/**
 * Which inputs are multiplied at which positions of a Winograd convolution. Inputs are {@code [row
 * phase][column phase][channel]}. The last position along an axis, infinity, takes the last tap
 * alone: a phase that has a tap less has zeros for weights there, and is left out.
 */
final class WinogradDomain {
  private final WinogradForm form;
  private final Phases phases;
  private final int channels;
  private final int[] pieces;
  private final int[] depths;
  private final int products;

  /**
   * @param phases with as many taps as the form
   * @param channels of the input
   */
  private WinogradDomain(WinogradForm form, Phases phases, int channels) {
    this.form = form;
    this.phases = phases;
    this.channels = channels;
    this.pieces = new int[form.side() * form.side()];
    this.depths = new int[pieces.length];
    int sum = 0;
    for (int position = 0; position < pieces.length; position++) {
      int rows = phasesAt(position / form.side());
      int columns = phasesAt(position % form.side());
      boolean isOne = columns == phases.stride();
      pieces[position] = isOne ? 1 : rows;
      depths[position] = (isOne ? rows : 1) * columns * channels;
      sum += rows * columns * channels;
    }
    this.products = sum;
  }

  /**
   * @param tile outputs of a tile along one axis
   * @param window one that has a form for such tiles
   */
  static WinogradDomain of(int tile, Window window, int channels) {
    Phases phases = Phases.of(window);
    WinogradForm form = WinogradForm.of(tile, phases.taps()).orElseThrow();
    return new WinogradDomain(form, phases, channels);
  }

  WinogradForm form() {
    return form;
  }

  Phases phases() {
    return phases;
  }

  int positions() {
    return pieces.length;
  }

  int channels() {
    return channels;
  }

  /** All inputs: channels of all phases. */
  int inputs() {
    return phases.stride() * pixel();
  }

  /** Inputs of a phase of rows, which neighbouring pixels hold. */
  int pixel() {
    return phases.stride() * channels;
  }

  /** Pieces that the inputs of a position come in, each a {@link #pixel} after the one before. */
  int pieces(int position) {
    return pieces[position];
  }

  /** Neighbouring inputs of a piece. */
  int depth(int position) {
    return depths[position];
  }

  /** Multiply-adds of a tile for one output: inputs of all positions. */
  int products() {
    return products;
  }

  /** Positions along a column at which a phase of rows is multiplied. */
  int rows(int rowPhase) {
    return rowPhase < phases.whole() ? form.side() : form.side() - 1;
  }

  /**
   * Where the first channel of a phase is among the inputs of all positions, one after another, for
   * each position; -1 where the phase is left out.
   */
  int[] places(int rowPhase, int columnPhase) {
    int[] places = new int[pieces.length];
    int before = 0;
    for (int position = 0; position < pieces.length; position++) {
      int columns = phasesAt(position % form.side());
      boolean isIn = rowPhase < phasesAt(position / form.side()) && columnPhase < columns;
      places[position] = isIn ? before + (rowPhase * columns + columnPhase) * channels : -1;
      before += pieces[position] * depths[position];
    }
    return places;
  }

  /** Phases along an axis that are multiplied at the i-th of its positions. */
  private int phasesAt(int i) {
    return i < form.side() - 1 ? phases.stride() : phases.whole();
  }
}
