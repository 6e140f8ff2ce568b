package io.resnetc.ir.interpret;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.AvgPool;
import io.resnetc.ir.op.BatchNorm;
import io.resnetc.ir.op.Binary;
import io.resnetc.ir.op.ChannelPad;
import io.resnetc.ir.op.ChannelShuffle;
import io.resnetc.ir.op.ChannelSlice;
import io.resnetc.ir.op.Concat;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Flatten;
import io.resnetc.ir.op.GlobalAvgPool;
import io.resnetc.ir.op.GlobalMaxPool;
import io.resnetc.ir.op.Identity;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.Linear;
import io.resnetc.ir.op.MaxPool;
import io.resnetc.ir.op.OpVisitor;
import io.resnetc.ir.op.PRelu;
import io.resnetc.ir.op.Pad;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Pointwise;
import io.resnetc.ir.op.Relu;
import io.resnetc.ir.op.ScaleShift;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Softmax;
import io.resnetc.ir.op.Subsample;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** The meaning of each operator: one node's value for one image, from its operands' values. */
final class Evaluation implements OpVisitor<double[]> {
  private final Node node;
  private final List<Shape> shapes;
  private final List<double[]> operands;
  private final Shape in;
  private final double[] x;
  private final Optional<double[]> second;
  private final ParameterValues parameters;

  Evaluation(Graph graph, Node node, double[][] values, ParameterValues parameters) {
    this.node = node;
    this.parameters = parameters;
    shapes = graph.operands(node).stream().map(Node::shape).toList();
    operands = node.operands().stream().map(operand -> values[operand]).toList();
    in = shapes.get(0);
    x = operands.get(0);
    second = operands.stream().skip(1).findFirst();
  }

  @Override
  public double[] visit(Add op) {
    return activate(zip((a, b) -> a + b), op.activation());
  }

  @Override
  public double[] visit(AvgPool op) {
    return new Pooling(op.window(), in, node.shape()).average(x, op.countPadding());
  }

  @Override
  public double[] visit(Binary op) {
    return zip(op.function()::apply);
  }

  @Override
  public double[] visit(BatchNorm op) {
    ParameterValues.Statistics s = parameters.of(op.bn());
    double[] result = new double[x.length];
    for (int i = 0; i < result.length; i++) {
      int c = channel(i);
      double deviation = Math.sqrt(s.variance()[c] + op.bn().eps());
      result[i] = (x[i] - s.mean()[c]) / deviation * s.weight()[c] + s.bias()[c];
    }
    return result;
  }

  @Override
  public double[] visit(ChannelPad op) {
    double[] result = new double[node.shape().elements()];
    System.arraycopy(x, 0, result, op.before() * in.height() * in.width(), x.length);
    return result;
  }

  @Override
  public double[] visit(ChannelShuffle op) {
    int plane = in.height() * in.width();
    int each = in.channels() / op.groups();
    double[] result = new double[x.length];
    for (int c = 0; c < in.channels(); c++) {
      int to = c % each * op.groups() + c / each;
      System.arraycopy(x, c * plane, result, to * plane, plane);
    }
    return result;
  }

  @Override
  public double[] visit(ChannelSlice op) {
    int plane = in.height() * in.width();
    return Arrays.copyOfRange(x, op.from() * plane, op.to() * plane);
  }

  @Override
  public double[] visit(Concat op) {
    return operands.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  @Override
  public double[] visit(Conv2d op) {
    double[] result = new double[node.shape().elements()];
    new Convolution(op.window(), op.groups(), in, node.shape())
        .accumulate(x, parameters.of(op.weight()), result);
    addBias(result, op.bias());
    second.ifPresent(residual -> add(result, residual));
    return activate(result, op.activation());
  }

  @Override
  public double[] visit(Flatten op) {
    return x;
  }

  @Override
  public double[] visit(GlobalAvgPool op) {
    double[] result = new double[in.channels()];
    for (int i = 0; i < x.length; i++) {
      result[channel(i)] += x[i];
    }
    for (int c = 0; c < result.length; c++) {
      result[c] /= in.height() * in.width();
    }
    return result;
  }

  @Override
  public double[] visit(GlobalMaxPool op) {
    double[] result = new double[in.channels()];
    Arrays.fill(result, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < x.length; i++) {
      result[channel(i)] = Math.max(result[channel(i)], x[i]);
    }
    return result;
  }

  @Override
  public double[] visit(Identity op) {
    return x;
  }

  @Override
  public double[] visit(Input op) {
    throw new IllegalStateException("an input has no operands to be computed from");
  }

  @Override
  public double[] visit(Linear op) {
    double[] weight = parameters.of(op.weight());
    double[] result = new double[node.shape().elements()];
    for (int o = 0; o < result.length; o++) {
      for (int i = 0; i < x.length; i++) {
        result[o] += weight[o * x.length + i] * x[i];
      }
    }
    addBias(result, op.bias());
    return activate(result, op.activation());
  }

  @Override
  public double[] visit(MaxPool op) {
    return new Pooling(op.window(), in, node.shape()).max(x);
  }

  @Override
  public double[] visit(PRelu op) {
    double[] slope = parameters.of(op.slope());
    double[] result = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      result[i] = x[i] >= 0 ? x[i] : x[i] * slope[slope.length == 1 ? 0 : channel(i)];
    }
    return result;
  }

  @Override
  public double[] visit(Pad op) {
    Shape out = node.shape();
    double[] result = new double[out.elements()];
    Arrays.fill(result, op.value());
    for (int i = 0; i < x.length; i++) {
      int row = i / in.width() % in.height() + op.padding().top();
      int column = i % in.width() + op.padding().left();
      if (row >= 0 && row < out.height() && column >= 0 && column < out.width()) {
        result[(channel(i) * out.height() + row) * out.width() + column] = x[i];
      }
    }
    return result;
  }

  @Override
  public double[] visit(Pointwise op) {
    return Arrays.stream(x).map(op::apply).toArray();
  }

  @Override
  public double[] visit(Relu op) {
    return activate(x.clone(), Activation.RELU);
  }

  @Override
  public double[] visit(ScaleShift op) {
    double[] scale = parameters.of(op.scale());
    double[] shift = parameters.of(op.shift());
    double[] result = new double[x.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = x[i] * scale[channel(i)] + shift[channel(i)];
    }
    return activate(result, op.activation());
  }

  @Override
  public double[] visit(Softmax op) {
    int plane = in.height() * in.width();
    double[] result = new double[x.length];
    for (int pixel = 0; pixel < plane; pixel++) {
      // Without its largest element taken away, exp would overflow.
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = pixel; i < x.length; i += plane) {
        largest = Math.max(largest, x[i]);
      }
      double sum = 0;
      for (int i = pixel; i < x.length; i += plane) {
        sum += Math.exp(x[i] - largest);
      }
      for (int i = pixel; i < x.length; i += plane) {
        double exponent = x[i] - largest;
        result[i] = op.logarithm() ? exponent - Math.log(sum) : Math.exp(exponent) / sum;
      }
    }
    return result;
  }

  @Override
  public double[] visit(Subsample op) {
    Shape out = node.shape();
    double[] result = new double[out.elements()];
    int next = 0;
    for (int c = 0; c < out.channels(); c++) {
      for (int y = 0; y < out.height(); y++) {
        int row = (c * in.height() + y * op.stride()) * in.width();
        for (int column = 0; column < out.width(); column++) {
          result[next++] = x[row + column * op.stride()];
        }
      }
    }
    return result;
  }

  /** A function of both operands; one that is smaller has one element a channel. */
  private double[] zip(DoubleBinaryOperator function) {
    double[] a = operands.get(0);
    double[] b = operands.get(1);
    int plane = node.shape().height() * node.shape().width();
    double[] result = new double[node.shape().elements()];
    for (int i = 0; i < result.length; i++) {
      double left = a[a.length == result.length ? i : i / plane];
      double right = b[b.length == result.length ? i : i / plane];
      result[i] = function.applyAsDouble(left, right);
    }
    return result;
  }

  /** The channel of the operand's element {@code i}. */
  private int channel(int i) {
    return i / (in.height() * in.width());
  }

  private void addBias(double[] result, Optional<ParamExpr> bias) {
    if (bias.isPresent()) {
      double[] values = parameters.of(bias.get());
      int plane = result.length / values.length;
      for (int i = 0; i < result.length; i++) {
        result[i] += values[i / plane];
      }
    }
  }

  private static void add(double[] result, double[] other) {
    for (int i = 0; i < result.length; i++) {
      result[i] += other[i];
    }
  }

  private static double[] activate(double[] result, Activation activation) {
    for (int i = 0; i < result.length; i++) {
      result[i] = activation.apply(result[i]);
    }
    return result;
  }
}
