package io.resnetc.ir.interpret;

import io.resnetc.ir.op.BatchNormParams;
import io.resnetc.ir.op.ParamExpr;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of parameter expressions; each is computed once. */
public final class ParameterValues {
  /** The four tensors of a batch norm. */
  record Statistics(double[] weight, double[] bias, double[] mean, double[] variance) {}

  private final ParameterSource source;
  private final Map<ParamExpr, double[]> known = new HashMap<>();

  public ParameterValues(ParameterSource source) {
    this.source = source;
  }

  /** The expression's values, row-major in its dimensions; not to be changed. */
  public double[] of(ParamExpr expression) {
    double[] values = known.get(expression);
    if (values == null) {
      values = evaluate(expression);
      known.put(expression, values);
    }
    return values;
  }

  Statistics of(BatchNormParams bn) {
    List<double[]> tensors = bn.tensors().map(this::of).toList();
    return new Statistics(tensors.get(0), tensors.get(1), tensors.get(2), tensors.get(3));
  }

  private double[] evaluate(ParamExpr expression) {
    if (expression instanceof ParamExpr.Named named) {
      return named(named);
    }
    if (expression instanceof ParamExpr.FoldWeight fold) {
      return foldWeight(of(fold.weight()), scale(fold.bn()));
    }
    if (expression instanceof ParamExpr.FoldBias fold) {
      return foldBias(of(fold.bias()), scale(fold.bn()), shift(fold.bn()));
    }
    if (expression instanceof ParamExpr.Scale scale) {
      return scale(scale.bn());
    }
    if (expression instanceof ParamExpr.Beside beside) {
      return beside(of(beside.left()), of(beside.right()), beside.dims().get(0));
    }
    if (expression instanceof ParamExpr.Sum sum) {
      return sum(of(sum.left()), of(sum.right()));
    }
    if (expression instanceof ParamExpr.Fill fill) {
      double[] values = new double[fill.dims().stream().reduce(1, Math::multiplyExact)];
      Arrays.fill(values, fill.value());
      return values;
    }
    return shift(((ParamExpr.Shift) expression).bn());
  }

  private double[] named(ParamExpr.Named named) {
    double[] values = source.values(named);
    long elements = named.dims().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    if (values.length != elements) {
      throw new IllegalArgumentException(
          "the parameter %s has %d values, but is %s"
              .formatted(named.name(), values.length, named.dims()));
    }
    return values;
  }

  private double[] scale(BatchNormParams bn) {
    Statistics statistics = of(bn);
    double[] scale = new double[bn.channels()];
    for (int c = 0; c < scale.length; c++) {
      scale[c] = statistics.weight[c] / Math.sqrt(statistics.variance[c] + bn.eps());
    }
    return scale;
  }

  private double[] shift(BatchNormParams bn) {
    Statistics statistics = of(bn);
    double[] scale = scale(bn);
    double[] shift = new double[bn.channels()];
    for (int c = 0; c < shift.length; c++) {
      shift[c] = statistics.bias[c] - statistics.mean[c] * scale[c];
    }
    return shift;
  }

  private static double[] foldWeight(double[] weight, double[] scale) {
    double[] folded = new double[weight.length];
    int perChannel = weight.length / scale.length;
    for (int i = 0; i < folded.length; i++) {
      folded[i] = weight[i] * scale[i / perChannel];
    }
    return folded;
  }

  private static double[] foldBias(double[] bias, double[] scale, double[] shift) {
    double[] folded = new double[bias.length];
    for (int c = 0; c < folded.length; c++) {
      folded[c] = bias[c] * scale[c] + shift[c];
    }
    return folded;
  }

  private static double[] beside(double[] left, double[] right, int rows) {
    int ofLeft = left.length / rows;
    int ofRight = right.length / rows;
    double[] both = new double[left.length + right.length];
    for (int row = 0; row < rows; row++) {
      int at = row * (ofLeft + ofRight);
      System.arraycopy(left, row * ofLeft, both, at, ofLeft);
      System.arraycopy(right, row * ofRight, both, at + ofLeft, ofRight);
    }
    return both;
  }

  private static double[] sum(double[] left, double[] right) {
    double[] sum = new double[left.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = left[i] + right[i];
    }
    return sum;
  }
}
