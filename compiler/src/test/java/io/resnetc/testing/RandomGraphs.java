package io.resnetc.testing;

import io.resnetc.diag.Place;
import io.resnetc.ir.Graph;
import io.resnetc.ir.GraphBuilder;
import io.resnetc.ir.Node;
import io.resnetc.ir.Origin;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.BatchNorm;
import io.resnetc.ir.op.Binary;
import io.resnetc.ir.op.BinaryFunction;
import io.resnetc.ir.op.Concat;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Flatten;
import io.resnetc.ir.op.GlobalAvgPool;
import io.resnetc.ir.op.ImageInput;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.Linear;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.ParamExpr.Named;
import io.resnetc.ir.op.Pointwise;
import io.resnetc.ir.op.PointwiseFunction;
import io.resnetc.ir.op.Relu;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Softmax;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Valid graphs from a seed: every operator, residual adds, batch norms anywhere, grouped, depthwise
 * and dilated convolutions, odd sizes, several branches, repeated and unused computations.
 */
public final class RandomGraphs {
  private final Random random;
  private final boolean fused;
  private final RandomOps ops;
  private final GraphBuilder builder;
  private final List<Integer> images = new ArrayList<>();
  private final List<Node> made = new ArrayList<>();
  private String block = "";
  private int layers;

  private RandomGraphs(long seed, boolean fused) {
    random = new Random(seed);
    this.fused = fused;
    ops = new RandomOps(random, fused);
    builder = new GraphBuilder("Random" + seed);
  }

  /** A graph as the front end makes them: no epilogues, no folded parameters. */
  public static Graph source(long seed) {
    return new RandomGraphs(seed, false).graph();
  }

  /** A graph as passes leave them. */
  public static Graph optimized(long seed) {
    return new RandomGraphs(seed, true).graph();
  }

  private Graph graph() {
    Shape shape = Shape.image(ops.between(1, 8), ops.between(1, 14), ops.between(1, 14));
    images.add(add(new Input("image", shape, image(shape.channels())), List.of(), ""));
    int steps = ops.between(2, 12);
    for (int i = 0; i < steps; i++) {
      if (ops.chance(0.3)) {
        block = ops.chance(0.2) ? "" : "stage%d.%d".formatted(i, ops.between(0, 2));
      }
      images.add(step());
    }
    block = "";
    return builder.build(ops.chance(0.75) ? classify(last()) : last());
  }

  private ImageInput image(int channels) {
    if (ops.chance(0.5)) {
      return ImageInput.DEFAULT;
    }
    List<Double> mean = random.doubles(channels).boxed().toList();
    return new ImageInput(1.0 / 256, mean, List.of(), 256, List.of("cat", "a \"dog\"\\\n"));
  }

  private int step() {
    int x = ops.chance(0.7) ? last() : images.get(random.nextInt(images.size()));
    return switch (random.nextInt(11)) {
      case 0, 1 -> relu(norm(conv(x)));
      case 2, 3 -> relu(residual(x));
      case 4 -> norm(x);
      case 5 -> addOfEqualShapes(x);
      case 6 -> again();
      case 7 -> gated(x);
      case 8 -> concat(x);
      case 9 -> add(ops.prelu(path(label("prelu")), builder.shape(x).channels()), List.of(x), "");
      default -> add(ops.plain(builder.shape(x)), List.of(x), "");
    };
  }

  private int conv(int x) {
    String label = label("conv");
    return add(ops.conv(path(label), builder.shape(x)), List.of(x), label);
  }

  private int residual(int x) {
    String label = label("conv");
    Conv2d conv = ops.sameConv(path(label), builder.shape(x));
    if (fused && ops.chance(0.5)) {
      return add(conv, List.of(x, x), label);
    }
    int y = norm(add(conv, List.of(x), label));
    return add(new Add(ops.activation()), ops.chance(0.5) ? List.of(y, x) : List.of(x, y), "");
  }

  private int norm(int x) {
    if (ops.chance(0.3)) {
      return x;
    }
    String label = label("bn");
    int channels = builder.shape(x).channels();
    Op op =
        fused && ops.chance(0.5)
            ? ops.scaleShift(path(label), channels)
            : new BatchNorm(ops.norm(path(label), channels));
    return add(op, List.of(x), label);
  }

  private int relu(int x) {
    return ops.chance(0.5) ? add(new Relu(), List.of(x), "") : x;
  }

  private int addOfEqualShapes(int x) {
    List<Integer> equal =
        images.stream().filter(y -> builder.shape(y).equals(builder.shape(x))).toList();
    int y = equal.get(random.nextInt(equal.size()));
    return add(new Add(ops.activation()), List.of(x, y), "");
  }

  /** Squeeze and excite without weights: every channel times, minus or over a number of its own. */
  private int gated(int x) {
    int pooled = add(new GlobalAvgPool(), List.of(x), "");
    Op sigmoid = Pointwise.of(PointwiseFunction.SIGMOID);
    // Twice, so that no quotient becomes large.
    int gate = add(sigmoid, List.of(add(sigmoid, List.of(pooled), "")), "");
    BinaryFunction[] functions = BinaryFunction.values();
    Op op =
        ops.chance(0.2)
            ? new Add(ops.activation())
            : new Binary(functions[random.nextInt(functions.length)]);
    return add(op, List.of(x, gate), "");
  }

  private int concat(int x) {
    Shape shape = builder.shape(x);
    List<Integer> beside =
        images.stream()
            .filter(y -> builder.shape(y).height() == shape.height())
            .filter(y -> builder.shape(y).width() == shape.width())
            .toList();
    List<Integer> operands = new ArrayList<>(List.of(x));
    for (int i = ops.between(0, 2); i > 0 && shape.channels() < 30; i--) {
      operands.add(beside.get(random.nextInt(beside.size())));
    }
    return add(new Concat(), operands, "");
  }

  /** A node that was there before, once more: what common subexpressions are. */
  private int again() {
    List<Node> candidates = made.stream().filter(node -> node.id() > 0).toList();
    if (candidates.isEmpty()) {
      return add(new Relu(), List.of(last()), "");
    }
    Node node = candidates.get(random.nextInt(candidates.size()));
    return add(node.op(), node.operands(), node.origin().label());
  }

  private int classify(int x) {
    int pooled = ops.chance(0.6) ? add(new GlobalAvgPool(), List.of(x), "") : x;
    int features = add(new Flatten(), List.of(pooled), "");
    int hidden = relu(linear(features, ops.between(1, 20)));
    int logits = linear(ops.chance(0.3) ? norm(hidden) : hidden, ops.between(1, 10));
    if (ops.chance(0.5)) {
      return logits;
    }
    return add(new Softmax(!ops.chance(0.5)), List.of(logits), "");
  }

  private int linear(int x, int features) {
    String label = label("linear");
    Named weight =
        new Named(path(label) + ".weight", List.of(features, builder.shape(x).channels()));
    Linear linear = new Linear(weight, ops.bias(path(label), features), ops.activation());
    return add(linear, List.of(x), label);
  }

  private int add(Op op, List<Integer> operands, String label) {
    Place place = new Place("random.rn", 3 + layers, 5);
    Origin origin = new Origin(block, block.isEmpty() ? "" : "Block", label, place);
    int id = builder.add(op, operands, origin);
    made.add(new Node(id, op, operands, builder.shape(id), origin));
    return id;
  }

  private int last() {
    return images.get(images.size() - 1);
  }

  private String label(String kind) {
    return kind + layers++;
  }

  private String path(String label) {
    return block.isEmpty() ? label : block + "." + label;
  }
}
