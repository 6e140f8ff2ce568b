package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;
import java.util.Arrays;
import java.util.Random;

/** One layer in an arena of its own: operands filled at random, borders and margins with a mark. */
final class Layer implements Call {
  /** What lies where an operator must not look, and must not write. */
  static final float MARK = Float.NaN;

  final View x;
  final View z;
  final View y;
  private final int images;
  private final float[] arena;
  private float[][] scratch;

  /** Views are laid out one after another; {@code z} may be null. Offsets given are ignored. */
  Layer(View x, View z, View y, int images, long seed, float border) {
    this.x = at(16, x);
    int end = this.x.offset() + x.size();
    this.z = z == null ? null : at(end + 8, z);
    end = z == null ? end : end + 8 + z.size();
    this.y = at(end + 8, y);
    this.images = images;
    this.arena = new float[(this.y.offset() + y.size() + 64) * images];
    Arrays.fill(arena, MARK);
    Random random = new Random(seed);
    fill(this.x, random, border);
    if (z != null) {
      fill(this.z, random, MARK);
    }
  }

  private Layer(Layer operands, View y) {
    this.x = operands.x;
    this.z = operands.z;
    this.y = y;
    this.images = operands.images;
    this.arena = operands.arena.clone();
  }

  /** The same operands, one of which the result overwrites. */
  Layer inPlace(View operand) {
    return new Layer(this, operand);
  }

  private static View at(int offset, View view) {
    return View.at(offset, view.channels(), view.height(), view.width())
        .bordered(view.top(), view.left(), view.bottom(), view.right());
  }

  private void fill(View view, Random random, float border) {
    int start = view.offset() * images;
    Arrays.fill(arena, start, start + images * view.size(), border);
    for (int image = 0; image < images; image++) {
      for (int row = 0; row < view.height(); row++) {
        int first = Views.pixel(view, images, image, row, 0);
        for (int i = 0; i < view.width() * view.channels(); i++) {
          arena[first + i] = random.nextFloat() * 2 - 1;
        }
      }
    }
  }

  /**
   * Runs all shares and returns the result, and checks that nothing else was written, and that the
   * kernels that answer first and those that take over have the same bits.
   */
  float[] run(Operator operator, int parts) {
    float[] first = compute(operator, parts);
    float[] result = compute(operator.rehearsed(), parts);
    if (!Arrays.equals(first, result)) {
      throw new AssertionError("other kernels gave other bits");
    }
    return result;
  }

  private float[] compute(Operator operator, int parts) {
    float[] before = arena.clone();
    prepare(operator, parts);
    for (int part = parts - 1; part >= 0; part--) {
      operator.compute(this, part, parts);
    }
    float[] result = new float[images * (int) Views.elements(y)];
    float[] rest = arena.clone();
    int at = 0;
    for (int image = 0; image < images; image++) {
      for (int row = 0; row < y.height(); row++) {
        int first = Views.pixel(y, images, image, row, 0);
        int count = y.width() * y.channels();
        System.arraycopy(arena, first, result, at, count);
        System.arraycopy(before, first, rest, first, count);
        at += count;
      }
    }
    if (!Arrays.equals(before, rest)) {
      throw new AssertionError("the operator wrote outside its result");
    }
    System.arraycopy(before, 0, arena, 0, arena.length);
    return result;
  }

  /** Makes scratch memory that holds nothing of use. */
  void prepare(Operator operator, int parts) {
    scratch = new float[parts][operator.scratch()];
    for (float[] share : scratch) {
      Arrays.fill(share, Float.NaN);
    }
  }

  /** An element of an operand; what the border holds counts as {@code outside}. */
  double value(View view, int image, int channel, int row, int column, double outside) {
    boolean inside = row >= 0 && row < view.height() && column >= 0 && column < view.width();
    return inside ? arena[Views.pixel(view, images, image, row, column) + channel] : outside;
  }

  @Override
  public float[] arena() {
    return arena;
  }

  @Override
  public int images() {
    return images;
  }

  @Override
  public View x() {
    return x;
  }

  @Override
  public View z() {
    return z;
  }

  @Override
  public View y() {
    return y;
  }

  @Override
  public float[] scratch(int part) {
    return scratch[part];
  }
}
