package io.resnetc.ir.op;

import java.util.List;
import java.util.stream.Stream;

/**
 * The four tensors of one batch norm, {@code path.weight}, {@code path.bias}, {@code
 * path.running_mean} and {@code path.running_var}, and its epsilon.
 */
public record BatchNormParams(String path, int channels, double eps) {
  public Stream<ParamExpr.Named> tensors() {
    return Stream.of("weight", "bias", "running_mean", "running_var")
        .map(name -> new ParamExpr.Named(path + "." + name, List.of(channels)));
  }
}
