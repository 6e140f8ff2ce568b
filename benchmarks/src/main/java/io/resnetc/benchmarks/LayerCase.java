package io.resnetc.benchmarks;

import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;

/**
 * A layer on square maps, one image.
 *
 * @param size rows and columns of the input
 * @param inputs channels
 * @param outputs channels
 * @param kernelSize rows and columns of the window
 */
record LayerCase(LayerForm form, int size, int inputs, int outputs, int kernelSize, int stride)
    implements KernelCase {
  @Override
  public String kernel() {
    return switch (form) {
      case LINEAR, MEAN -> form.text();
      default -> {
        String step = stride == 1 ? "" : " / " + stride;
        yield "%1$dx%1$d%2$s, %3$s".formatted(kernelSize, step, form.text());
      }
    };
  }

  @Override
  public String shape() {
    String map = size == 1 ? "" : "%1$dx%1$dx".formatted(size);
    String to = inputs == outputs && !form.hasWeights() ? "" : " to " + outputs;
    return map + inputs + to;
  }

  @Override
  public long multiplyAdds() {
    return form.hasWeights() ? elements(result()) * kernelSize * kernelSize * groupInputs() : 0;
  }

  @Override
  public long bytes() {
    long weights = form.hasWeights() ? weightCount() : 0;
    return 4 * (elements(input()) + weights + elements(result()));
  }

  @Override
  public Layer prepare() {
    return new Layer(this);
  }

  Window window() {
    return Window.square(kernelSize, stride, padding());
  }

  /** Inputs that an output reads. */
  int groupInputs() {
    return form == LayerForm.DEPTHWISE ? 1 : inputs;
  }

  /** {@code [outputs][group's inputs][kernel row][kernel column]}. */
  float[] weights() {
    return KernelCase.values(1, weightCount());
  }

  private int weightCount() {
    return outputs * groupInputs() * kernelSize * kernelSize;
  }

  private int padding() {
    return form == LayerForm.MEAN ? 0 : kernelSize / 2;
  }

  View input() {
    int border = padding();
    return View.at(0, inputs, size, size).bordered(border, border, border, border);
  }

  View result() {
    int side = (size + 2 * padding() - kernelSize) / stride + 1;
    return View.at(input().size(), outputs, side, side);
  }

  private static long elements(View view) {
    return (long) view.channels() * view.height() * view.width();
  }
}
