package io.resnetc.onnx.export;

import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.Window;

/** A window's attributes as ONNX orders them: rows, then columns. */
record Windows(Window window) {
  long[] kernel() {
    return new long[] {window.kernelHeight(), window.kernelWidth()};
  }

  long[] strides() {
    return new long[] {window.strideHeight(), window.strideWidth()};
  }

  long[] dilations() {
    return new long[] {window.dilationHeight(), window.dilationWidth()};
  }

  long[] pads() {
    return pads(window.padding());
  }

  /** All beginnings, then all ends. */
  static long[] pads(Padding padding) {
    return new long[] {padding.top(), padding.left(), padding.bottom(), padding.right()};
  }
}
