package io.resnetc.emit;

import io.resnetc.diag.Place;
import io.resnetc.ir.Graph;
import io.resnetc.ir.GraphBuilder;
import io.resnetc.ir.Origin;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.BatchNormParams;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Flatten;
import io.resnetc.ir.op.GlobalAvgPool;
import io.resnetc.ir.op.ImageInput;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.Linear;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Window;
import java.util.List;
import java.util.Optional;

/** Graphs as the passes leave them, small enough to read the class that comes out. */
final class SmallNetworks {
  private SmallNetworks() {}

  /** A stem, one residual block, a head. */
  static Graph residual() {
    GraphBuilder builder = new GraphBuilder("Small");
    ImageInput image =
        new ImageInput(
            1.0 / 255, List.of(0.5, 0.5, 0.5), List.of(0.25, 0.25, 0.25), 0, List.of("cat", "dog"));
    int x = builder.add(new Input("image", Shape.image(3, 8, 8), image), List.of(), at("", "", 2));
    int stem = builder.add(conv("conv1", "bn1", 3, 4), List.of(x), at("", "conv1", 3));
    int first =
        builder.add(
            conv("layer1.0.conv1", "layer1.0.bn1", 4, 4),
            List.of(stem),
            at("layer1.0", "conv1", 4));
    int second =
        builder.add(
            conv("layer1.0.conv2", "layer1.0.bn2", 4, 4),
            List.of(first, stem),
            at("layer1.0", "conv2", 5));
    int pool = builder.add(new GlobalAvgPool(), List.of(second), at("", "", 6));
    int flat = builder.add(new Flatten(), List.of(pool), at("", "", 6));
    int logits =
        builder.add(
            new Linear(
                new ParamExpr.Named("fc.weight", List.of(2, 4)),
                Optional.of(new ParamExpr.Named("fc.bias", List.of(2))),
                Activation.NONE),
            List.of(flat),
            at("", "fc", 7));
    return builder.build(logits);
  }

  /** Two layers, the second of which needs much less memory than the first. */
  static Graph shrinking() {
    GraphBuilder builder = new GraphBuilder("Shrinking");
    int value =
        builder.add(
            new Input("image", Shape.image(16, 64, 64), ImageInput.DEFAULT),
            List.of(),
            at("", "", 2));
    for (int stride : new int[] {1, 4}) {
      Conv2d conv =
          new Conv2d(
              new ParamExpr.Named("w", List.of(16, 16, 1, 1)),
              Optional.empty(),
              Window.square(1, stride, 0),
              1,
              Activation.NONE);
      value = builder.add(conv, List.of(value), at("", "", 3));
    }
    return builder.build(value);
  }

  /** Labels that are keywords, methods of the runtime, or equal once dots are gone. */
  static Graph withAwkwardNames() {
    GraphBuilder builder = new GraphBuilder("Awkward");
    int x =
        builder.add(
            new Input("image", Shape.image(4, 8, 8), ImageInput.DEFAULT), List.of(), at("", "", 1));
    x = builder.add(conv("forward.a", "n1", 4, 4), List.of(x), at("forward", "a", 2));
    x = builder.add(conv("a.b", "n2", 4, 4), List.of(x), at("", "a.b", 3));
    x = builder.add(conv("a_b", "n3", 4, 4), List.of(x), at("", "a_b", 4));
    x = builder.add(conv("class", "n4", 4, 4), List.of(x), at("", "class", 5));
    return builder.build(x);
  }

  private static Conv2d conv(String path, String bn, int in, int out) {
    BatchNormParams norm = new BatchNormParams(bn, out, 1e-5);
    ParamExpr weight = new ParamExpr.Named(path + ".weight", List.of(out, in, 3, 3));
    return new Conv2d(
        new ParamExpr.FoldWeight(weight, norm),
        Optional.of(new ParamExpr.Shift(norm)),
        Window.square(3, 1, 1),
        1,
        Activation.RELU);
  }

  private static Origin at(String block, String label, int line) {
    String name = block.isEmpty() ? "" : "Basic";
    return new Origin(block, name, label, new Place("models/small.rn", line, 3));
  }
}
