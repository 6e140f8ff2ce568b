package io.resnetc.runtime.vector;

import static io.resnetc.runtime.kernel.Kernels.PANEL;
import static io.resnetc.runtime.vector.Lanes.LENGTH;
import static io.resnetc.runtime.vector.Lanes.SPECIES;
import static io.resnetc.runtime.vector.VectorGemm.LARGE;
import static io.resnetc.runtime.vector.VectorGemm.SMALL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;

/**
 * The register tiles of {@link VectorGemm} that end a product with its epilogue: add the bias,
 * clamp below, and store in the result, rows {@code yStride} apart. Winograd's products do without,
 * in fewer instructions.
 *
 * <p>The clamp is what {@code max} is for anything but -0, which no sum is after its bias, in two
 * instructions and not seven. It is written out because C2 inlines no more methods of ours where
 * one is that large, and its bound comes from memory because C2 would spread a float over a vector
 * for each use.
 */
final class VectorStoredGemm {
  private VectorStoredGemm() {}

  /** Eight rows. */
  static void eightRows(
      float[] from,
      int fromAt,
      int fromStride,
      float[] a,
      int aAt,
      int stride,
      int depth,
      float[] panel,
      int panelAt,
      float[] bias,
      int biasAt,
      float[] lows,
      float[] y,
      int yAt,
      int yStride) {
    int row1 = stride & SMALL;
    int row2 = (2 * stride) & SMALL;
    int row3 = (3 * stride) & SMALL;
    int row4 = (4 * stride) & SMALL;
    int row5 = (5 * stride) & SMALL;
    int row6 = (6 * stride) & SMALL;
    int row7 = (7 * stride) & SMALL;
    int from1 = fromAt + fromStride;
    int from2 = from1 + fromStride;
    int from3 = from2 + fromStride;
    int from4 = from3 + fromStride;
    int from5 = from4 + fromStride;
    int from6 = from5 + fromStride;
    int from7 = from6 + fromStride;
    FloatVector sum00 = FloatVector.fromArray(SPECIES, from, fromAt);
    FloatVector sum01 = FloatVector.fromArray(SPECIES, from, fromAt + LENGTH);
    FloatVector sum10 = FloatVector.fromArray(SPECIES, from, from1);
    FloatVector sum11 = FloatVector.fromArray(SPECIES, from, from1 + LENGTH);
    FloatVector sum20 = FloatVector.fromArray(SPECIES, from, from2);
    FloatVector sum21 = FloatVector.fromArray(SPECIES, from, from2 + LENGTH);
    FloatVector sum30 = FloatVector.fromArray(SPECIES, from, from3);
    FloatVector sum31 = FloatVector.fromArray(SPECIES, from, from3 + LENGTH);
    FloatVector sum40 = FloatVector.fromArray(SPECIES, from, from4);
    FloatVector sum41 = FloatVector.fromArray(SPECIES, from, from4 + LENGTH);
    FloatVector sum50 = FloatVector.fromArray(SPECIES, from, from5);
    FloatVector sum51 = FloatVector.fromArray(SPECIES, from, from5 + LENGTH);
    FloatVector sum60 = FloatVector.fromArray(SPECIES, from, from6);
    FloatVector sum61 = FloatVector.fromArray(SPECIES, from, from6 + LENGTH);
    FloatVector sum70 = FloatVector.fromArray(SPECIES, from, from7);
    FloatVector sum71 = FloatVector.fromArray(SPECIES, from, from7 + LENGTH);
    int row0 = aAt & LARGE;
    int panel0 = panelAt & LARGE;
    int count = depth & SMALL;
    for (int k = 0; k < count; k++) {
      int x = row0 + k;
      int w = panel0 + k * PANEL;
      FloatVector w0 = FloatVector.fromArray(SPECIES, panel, w);
      FloatVector w1 = FloatVector.fromArray(SPECIES, panel, w + LENGTH);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[x]);
      sum00 = x0.fma(w0, sum00);
      sum01 = x0.fma(w1, sum01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[x + row1]);
      sum10 = x1.fma(w0, sum10);
      sum11 = x1.fma(w1, sum11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[x + row2]);
      sum20 = x2.fma(w0, sum20);
      sum21 = x2.fma(w1, sum21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[x + row3]);
      sum30 = x3.fma(w0, sum30);
      sum31 = x3.fma(w1, sum31);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[x + row4]);
      sum40 = x4.fma(w0, sum40);
      sum41 = x4.fma(w1, sum41);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[x + row5]);
      sum50 = x5.fma(w0, sum50);
      sum51 = x5.fma(w1, sum51);
      FloatVector x6 = FloatVector.broadcast(SPECIES, a[x + row6]);
      sum60 = x6.fma(w0, sum60);
      sum61 = x6.fma(w1, sum61);
      FloatVector x7 = FloatVector.broadcast(SPECIES, a[x + row7]);
      sum70 = x7.fma(w0, sum70);
      sum71 = x7.fma(w1, sum71);
    }
    int y1 = yAt + yStride;
    int y2 = y1 + yStride;
    int y3 = y2 + yStride;
    int y4 = y3 + yStride;
    int y5 = y4 + yStride;
    int y6 = y5 + yStride;
    int y7 = y6 + yStride;
    FloatVector bias0 = FloatVector.fromArray(SPECIES, bias, biasAt);
    FloatVector bias1 = FloatVector.fromArray(SPECIES, bias, biasAt + LENGTH);
    FloatVector low = FloatVector.fromArray(SPECIES, lows, 0);
    sum00 = sum00.add(bias0);
    sum00.blend(low, sum00.compare(LT, low)).intoArray(y, yAt);
    sum01 = sum01.add(bias1);
    sum01.blend(low, sum01.compare(LT, low)).intoArray(y, yAt + LENGTH);
    sum10 = sum10.add(bias0);
    sum10.blend(low, sum10.compare(LT, low)).intoArray(y, y1);
    sum11 = sum11.add(bias1);
    sum11.blend(low, sum11.compare(LT, low)).intoArray(y, y1 + LENGTH);
    sum20 = sum20.add(bias0);
    sum20.blend(low, sum20.compare(LT, low)).intoArray(y, y2);
    sum21 = sum21.add(bias1);
    sum21.blend(low, sum21.compare(LT, low)).intoArray(y, y2 + LENGTH);
    sum30 = sum30.add(bias0);
    sum30.blend(low, sum30.compare(LT, low)).intoArray(y, y3);
    sum31 = sum31.add(bias1);
    sum31.blend(low, sum31.compare(LT, low)).intoArray(y, y3 + LENGTH);
    sum40 = sum40.add(bias0);
    sum40.blend(low, sum40.compare(LT, low)).intoArray(y, y4);
    sum41 = sum41.add(bias1);
    sum41.blend(low, sum41.compare(LT, low)).intoArray(y, y4 + LENGTH);
    sum50 = sum50.add(bias0);
    sum50.blend(low, sum50.compare(LT, low)).intoArray(y, y5);
    sum51 = sum51.add(bias1);
    sum51.blend(low, sum51.compare(LT, low)).intoArray(y, y5 + LENGTH);
    sum60 = sum60.add(bias0);
    sum60.blend(low, sum60.compare(LT, low)).intoArray(y, y6);
    sum61 = sum61.add(bias1);
    sum61.blend(low, sum61.compare(LT, low)).intoArray(y, y6 + LENGTH);
    sum70 = sum70.add(bias0);
    sum70.blend(low, sum70.compare(LT, low)).intoArray(y, y7);
    sum71 = sum71.add(bias1);
    sum71.blend(low, sum71.compare(LT, low)).intoArray(y, y7 + LENGTH);
  }

  /** Seven rows. */
  static void sevenRows(
      float[] from,
      int fromAt,
      int fromStride,
      float[] a,
      int aAt,
      int stride,
      int depth,
      float[] panel,
      int panelAt,
      float[] bias,
      int biasAt,
      float[] lows,
      float[] y,
      int yAt,
      int yStride) {
    int row1 = stride & SMALL;
    int row2 = (2 * stride) & SMALL;
    int row3 = (3 * stride) & SMALL;
    int row4 = (4 * stride) & SMALL;
    int row5 = (5 * stride) & SMALL;
    int row6 = (6 * stride) & SMALL;
    int from1 = fromAt + fromStride;
    int from2 = from1 + fromStride;
    int from3 = from2 + fromStride;
    int from4 = from3 + fromStride;
    int from5 = from4 + fromStride;
    int from6 = from5 + fromStride;
    FloatVector sum00 = FloatVector.fromArray(SPECIES, from, fromAt);
    FloatVector sum01 = FloatVector.fromArray(SPECIES, from, fromAt + LENGTH);
    FloatVector sum10 = FloatVector.fromArray(SPECIES, from, from1);
    FloatVector sum11 = FloatVector.fromArray(SPECIES, from, from1 + LENGTH);
    FloatVector sum20 = FloatVector.fromArray(SPECIES, from, from2);
    FloatVector sum21 = FloatVector.fromArray(SPECIES, from, from2 + LENGTH);
    FloatVector sum30 = FloatVector.fromArray(SPECIES, from, from3);
    FloatVector sum31 = FloatVector.fromArray(SPECIES, from, from3 + LENGTH);
    FloatVector sum40 = FloatVector.fromArray(SPECIES, from, from4);
    FloatVector sum41 = FloatVector.fromArray(SPECIES, from, from4 + LENGTH);
    FloatVector sum50 = FloatVector.fromArray(SPECIES, from, from5);
    FloatVector sum51 = FloatVector.fromArray(SPECIES, from, from5 + LENGTH);
    FloatVector sum60 = FloatVector.fromArray(SPECIES, from, from6);
    FloatVector sum61 = FloatVector.fromArray(SPECIES, from, from6 + LENGTH);
    int row0 = aAt & LARGE;
    int panel0 = panelAt & LARGE;
    int count = depth & SMALL;
    for (int k = 0; k < count; k++) {
      int x = row0 + k;
      int w = panel0 + k * PANEL;
      FloatVector w0 = FloatVector.fromArray(SPECIES, panel, w);
      FloatVector w1 = FloatVector.fromArray(SPECIES, panel, w + LENGTH);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[x]);
      sum00 = x0.fma(w0, sum00);
      sum01 = x0.fma(w1, sum01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[x + row1]);
      sum10 = x1.fma(w0, sum10);
      sum11 = x1.fma(w1, sum11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[x + row2]);
      sum20 = x2.fma(w0, sum20);
      sum21 = x2.fma(w1, sum21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[x + row3]);
      sum30 = x3.fma(w0, sum30);
      sum31 = x3.fma(w1, sum31);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[x + row4]);
      sum40 = x4.fma(w0, sum40);
      sum41 = x4.fma(w1, sum41);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[x + row5]);
      sum50 = x5.fma(w0, sum50);
      sum51 = x5.fma(w1, sum51);
      FloatVector x6 = FloatVector.broadcast(SPECIES, a[x + row6]);
      sum60 = x6.fma(w0, sum60);
      sum61 = x6.fma(w1, sum61);
    }
    int y1 = yAt + yStride;
    int y2 = y1 + yStride;
    int y3 = y2 + yStride;
    int y4 = y3 + yStride;
    int y5 = y4 + yStride;
    int y6 = y5 + yStride;
    FloatVector bias0 = FloatVector.fromArray(SPECIES, bias, biasAt);
    FloatVector bias1 = FloatVector.fromArray(SPECIES, bias, biasAt + LENGTH);
    FloatVector low = FloatVector.fromArray(SPECIES, lows, 0);
    sum00 = sum00.add(bias0);
    sum00.blend(low, sum00.compare(LT, low)).intoArray(y, yAt);
    sum01 = sum01.add(bias1);
    sum01.blend(low, sum01.compare(LT, low)).intoArray(y, yAt + LENGTH);
    sum10 = sum10.add(bias0);
    sum10.blend(low, sum10.compare(LT, low)).intoArray(y, y1);
    sum11 = sum11.add(bias1);
    sum11.blend(low, sum11.compare(LT, low)).intoArray(y, y1 + LENGTH);
    sum20 = sum20.add(bias0);
    sum20.blend(low, sum20.compare(LT, low)).intoArray(y, y2);
    sum21 = sum21.add(bias1);
    sum21.blend(low, sum21.compare(LT, low)).intoArray(y, y2 + LENGTH);
    sum30 = sum30.add(bias0);
    sum30.blend(low, sum30.compare(LT, low)).intoArray(y, y3);
    sum31 = sum31.add(bias1);
    sum31.blend(low, sum31.compare(LT, low)).intoArray(y, y3 + LENGTH);
    sum40 = sum40.add(bias0);
    sum40.blend(low, sum40.compare(LT, low)).intoArray(y, y4);
    sum41 = sum41.add(bias1);
    sum41.blend(low, sum41.compare(LT, low)).intoArray(y, y4 + LENGTH);
    sum50 = sum50.add(bias0);
    sum50.blend(low, sum50.compare(LT, low)).intoArray(y, y5);
    sum51 = sum51.add(bias1);
    sum51.blend(low, sum51.compare(LT, low)).intoArray(y, y5 + LENGTH);
    sum60 = sum60.add(bias0);
    sum60.blend(low, sum60.compare(LT, low)).intoArray(y, y6);
    sum61 = sum61.add(bias1);
    sum61.blend(low, sum61.compare(LT, low)).intoArray(y, y6 + LENGTH);
  }
}
