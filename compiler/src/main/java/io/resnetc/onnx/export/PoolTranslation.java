package io.resnetc.onnx.export;

import io.resnetc.ir.op.AvgPool;
import io.resnetc.ir.op.MaxPool;
import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Window;

/**
 * Pools in ONNX. Its {@code ceil_mode} is never used: which windows it makes and what their means
 * divide by has changed between versions of ONNX and of its runtimes. The part of the last window
 * that hangs over the padded edge is written as padding instead, which has one meaning.
 */
final class PoolTranslation {
  private final NodeChain chain;
  private final Initializers initializers;
  private final String x;
  private final Shape in;
  private final Shape out;

  PoolTranslation(NodeChain chain, Initializers initializers, String x, Shape in, Shape out) {
    this.chain = chain;
    this.initializers = initializers;
    this.x = x;
    this.in = in;
    this.out = out;
  }

  NodeChain max(MaxPool op) {
    Window window = op.window();
    Padding padding = reached(window);
    long[] dilations = new Windows(window).dilations();
    if (isBelowKernel(padding, window)) {
      return chain.add(pool("MaxPool", x, window, padding).attribute("dilations", dilations), out);
    }
    // A dilated window may want more padding than runtimes accept of a pool.
    String padded = pad(padding, Double.NEGATIVE_INFINITY);
    return chain.add(
        pool("MaxPool", padded, window, Padding.NONE).attribute("dilations", dilations), out);
  }

  NodeChain average(AvgPool op) {
    Window window = op.window();
    Padding own = window.padding();
    Padding reached = reached(window);
    if (!op.countPadding() || reached.equals(own)) {
      return average(x, window, reached, op.countPadding());
    }
    // The divisor counts the padding but not what hangs over it: only the latter stays padding.
    Padding overhang =
        new Padding(0, 0, reached.bottom() - own.bottom(), reached.right() - own.right());
    return average(pad(own, 0), window, overhang, false);
  }

  private NodeChain average(String operand, Window window, Padding padding, boolean countPadding) {
    OnnxNode node = pool("AveragePool", operand, window, padding);
    return chain.add(node.attribute("count_include_pad", countPadding ? 1 : 0), out);
  }

  private static OnnxNode pool(String type, String operand, Window window, Padding padding) {
    Windows windows = new Windows(window);
    return new OnnxNode(type, operand)
        .attribute("kernel_shape", windows.kernel())
        .attribute("strides", windows.strides())
        .attribute("pads", Windows.pads(padding));
  }

  /** Pads rows and columns with a constant, and returns the result's name. */
  private String pad(Padding padding, double value) {
    long[] pads = {
      0, 0, padding.top(), padding.left(), 0, 0, padding.bottom(), padding.right(),
    };
    int height = padding.top() + in.height() + padding.bottom();
    int width = padding.left() + in.width() + padding.right();
    String sizes = initializers.integers(chain.constant("pads"), pads);
    String constant = initializers.scalar(chain.constant("padding"), value);
    return chain
        .add(new OnnxNode("Pad", x, sizes, constant), Shape.image(in.channels(), height, width))
        .end();
  }

  /** The window's padding, enlarged so that the last window lies inside it. */
  private Padding reached(Window window) {
    Padding padding = window.padding();
    int rows =
        (out.height() - 1) * window.strideHeight()
            + extent(window.kernelHeight(), window.dilationHeight());
    int columns =
        (out.width() - 1) * window.strideWidth()
            + extent(window.kernelWidth(), window.dilationWidth());
    return new Padding(
        padding.top(),
        padding.left(),
        Math.max(padding.bottom(), rows - padding.top() - in.height()),
        Math.max(padding.right(), columns - padding.left() - in.width()));
  }

  private static int extent(int kernel, int dilation) {
    return dilation * (kernel - 1) + 1;
  }

  private static boolean isBelowKernel(Padding padding, Window window) {
    return Math.max(padding.top(), padding.bottom()) < window.kernelHeight()
        && Math.max(padding.left(), padding.right()) < window.kernelWidth();
  }
}
