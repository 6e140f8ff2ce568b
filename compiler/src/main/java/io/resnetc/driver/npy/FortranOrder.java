package io.resnetc.driver.npy;

import java.util.List;

/** Turns an array whose first axis varies fastest into one whose last axis does. */
final class FortranOrder {
  private FortranOrder() {}

  static float[] toRows(float[] columns, List<Integer> shape) {
    float[] rows = new float[columns.length];
    int[] index = new int[shape.size()];
    for (float value : columns) {
      int at = 0;
      for (int axis = 0; axis < index.length; axis++) {
        at = at * shape.get(axis) + index[axis];
      }
      rows[at] = value;
      advance(index, shape);
    }
    return rows;
  }

  private static void advance(int[] index, List<Integer> shape) {
    for (int axis = 0; axis < index.length; axis++) {
      if (++index[axis] < shape.get(axis)) {
        return;
      }
      index[axis] = 0;
    }
  }
}
