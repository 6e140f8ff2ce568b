package io.resnetc.pass;

import io.resnetc.ir.interpret.ParameterSource;
import io.resnetc.ir.op.ParamExpr;
import java.util.SplittableRandom;

/**
 * Makes up parameters from a seed: the same name has the same values in every graph. They are of
 * the size that keeps a deep network's values near 1, and a batch norm's variance is positive.
 *
 * @param seed which values
 */
record SeededParameters(long seed) implements ParameterSource {
  @Override
  public double[] values(ParamExpr.Named parameter) {
    SplittableRandom random = new SplittableRandom(seed * 31 + parameter.name().hashCode());
    int elements = parameter.dims().stream().reduce(1, Math::multiplyExact);
    int summed = elements / parameter.dims().get(0);
    double reach = Math.sqrt(3.0 / summed);
    double[] values = random.doubles(elements, -reach, reach).toArray();
    if (parameter.name().endsWith(".running_var")) {
      for (int i = 0; i < elements; i++) {
        values[i] = 0.5 + Math.abs(values[i]);
      }
    }
    return values;
  }
}
