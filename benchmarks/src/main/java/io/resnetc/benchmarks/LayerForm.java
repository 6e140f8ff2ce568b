package io.resnetc.benchmarks;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.op.Conv2d;
import io.resnetc.runtime.op.GlobalAvgPool;
import io.resnetc.runtime.op.Linear;
import io.resnetc.runtime.op.MaxPool;
import io.resnetc.runtime.op.StrassenConv2d;
import io.resnetc.runtime.op.WidthWinogradConv2d;
import io.resnetc.runtime.op.WinogradConv2d;
import io.resnetc.runtime.weights.Tensor;
import java.util.List;

/** The kinds of layer that are measured, and the operator that each is. */
enum LayerForm {
  DIRECT("register tiles"),
  WINOGRAD_1X2("Winograd F(1x2)"),
  WINOGRAD_2("Winograd F(2x2)"),
  WINOGRAD_3("Winograd F(3x3)"),
  WINOGRAD_4("Winograd F(4x4)"),
  WINOGRAD_4_COMPACT("Winograd F(4x4), compact"),
  STRASSEN("Strassen"),
  DEPTHWISE("depthwise"),
  LINEAR("linear"),
  MAX_POOL("maximum"),
  MEAN("mean of all");

  private final String text;

  LayerForm(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  boolean hasWeights() {
    return this != MAX_POOL && this != MEAN;
  }

  /** The operator of a layer, with a ReLU where there is an epilogue. */
  Operator operator(LayerCase layer) {
    Window window = layer.window();
    return switch (this) {
      case DIRECT -> Conv2d.of(weight(layer), null, window, 1, Activation.RELU);
      case DEPTHWISE -> Conv2d.of(weight(layer), null, window, layer.inputs(), Activation.RELU);
      case WINOGRAD_1X2 -> WidthWinogradConv2d.of(weight(layer), null, window, Activation.RELU);
      case WINOGRAD_2 -> WinogradConv2d.of(2, weight(layer), null, window, Activation.RELU);
      case WINOGRAD_3 -> WinogradConv2d.of(3, weight(layer), null, window, Activation.RELU);
      case WINOGRAD_4 -> WinogradConv2d.of(4, weight(layer), null, window, Activation.RELU);
      case WINOGRAD_4_COMPACT ->
          WinogradConv2d.compact(weight(layer), null, window, Activation.RELU);
      case STRASSEN -> StrassenConv2d.of(weight(layer), null, Activation.RELU);
      case LINEAR -> {
        List<Integer> dims = List.of(layer.outputs(), layer.inputs());
        yield Linear.of(new Tensor(layer.weights(), dims), null, Activation.RELU);
      }
      case MAX_POOL -> MaxPool.of(window);
      case MEAN -> GlobalAvgPool.of();
    };
  }

  private static Tensor weight(LayerCase layer) {
    int kernel = layer.kernelSize();
    List<Integer> dims = List.of(layer.outputs(), layer.groupInputs(), kernel, kernel);
    return new Tensor(layer.weights(), dims);
  }
}
