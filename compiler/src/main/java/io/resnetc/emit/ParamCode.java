package io.resnetc.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.resnetc.ir.op.BatchNormParams;
import io.resnetc.ir.op.ParamExpr;
import java.util.List;
import java.util.stream.Collectors;

/** A parameter expression as Java over {@code p}, the checkpoint that is being bound. */
final class ParamCode {
  private ParamCode() {}

  static CodeBlock of(ParamExpr expr) {
    if (expr instanceof ParamExpr.Named named) {
      return CodeBlock.of("p.tensor($S, $L)", named.name(), commas(named.dims()));
    }
    if (expr instanceof ParamExpr.FoldWeight fold) {
      return CodeBlock.of("$L.fold($L)", of(fold.weight()), batchNorm(fold.bn()));
    }
    if (expr instanceof ParamExpr.FoldBias fold) {
      return CodeBlock.of("$L.foldBias($L)", of(fold.bias()), batchNorm(fold.bn()));
    }
    if (expr instanceof ParamExpr.Beside beside) {
      return CodeBlock.of("$L.beside($L)", of(beside.left()), of(beside.right()));
    }
    if (expr instanceof ParamExpr.Sum sum) {
      return CodeBlock.of("$L.plus($L)", of(sum.left()), of(sum.right()));
    }
    if (expr instanceof ParamExpr.Scale scale) {
      return CodeBlock.of("$L.scale()", batchNorm(scale.bn()));
    }
    if (expr instanceof ParamExpr.Fill fill) {
      return CodeBlock.of(
          "$T.fill($L, $L)",
          ClassName.get("io.resnetc.runtime.weights", "Tensor"),
          fill.value(),
          commas(fill.dims()));
    }
    return CodeBlock.of("$L.shift()", batchNorm(((ParamExpr.Shift) expr).bn()));
  }

  private static CodeBlock batchNorm(BatchNormParams bn) {
    return CodeBlock.of("p.batchNorm($S, $L, $L)", bn.path(), bn.channels(), bn.eps());
  }

  private static String commas(List<Integer> dims) {
    return dims.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
