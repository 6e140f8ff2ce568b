package io.resnetc.ir.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.resnetc.ir.op.ParamExpr.FoldBias;
import io.resnetc.ir.op.ParamExpr.FoldWeight;
import io.resnetc.ir.op.ParamExpr.Named;
import io.resnetc.ir.op.ParamExpr.Scale;
import io.resnetc.ir.op.ParamExpr.Shift;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParamExprTest {
  private static final BatchNormParams BN = new BatchNormParams("bn", 4, 1e-5);
  private static final Named WEIGHT = new Named("conv.weight", List.of(4, 3, 1, 1));
  private static final Named BIAS = new Named("conv.bias", List.of(4));

  @Test
  void dimensions() {
    assertThat(new FoldWeight(WEIGHT, BN).dims()).containsExactly(4, 3, 1, 1);
    assertThat(new FoldBias(BIAS, BN).dims()).containsExactly(4);
    assertThat(new Scale(BN).dims()).containsExactly(4);
    assertThat(new Shift(BN).dims()).containsExactly(4);
  }

  @Test
  void leaves() {
    String[] bn = {"bn.weight", "bn.bias", "bn.running_mean", "bn.running_var"};
    assertThat(new FoldWeight(WEIGHT, BN).leaves().map(Named::name))
        .startsWith("conv.weight")
        .endsWith(bn);
    assertThat(new FoldBias(BIAS, BN).leaves().map(Named::name))
        .startsWith("conv.bias")
        .endsWith(bn);
    assertThat(new Scale(BN).leaves().map(Named::name)).containsExactly(bn);
    assertThat(new Shift(BN).leaves().map(Named::name)).containsExactly(bn);
  }

  @Test
  void twoTensorsAsOne() {
    Named more = new Named("more.weight", List.of(4, 2, 1, 1));
    ParamExpr beside = new ParamExpr.Beside(WEIGHT, more);
    assertThat(beside.dims()).containsExactly(4, 5, 1, 1);
    assertThat(beside.leaves()).containsExactly(WEIGHT, more);
    ParamExpr sum = new ParamExpr.Sum(BIAS, new Shift(BN));
    assertThat(sum.dims()).containsExactly(4);
    assertThat(sum.leaves()).startsWith(BIAS).hasSize(5);
    assertThatThrownBy(() -> new ParamExpr.Beside(WEIGHT, BIAS))
        .isInstanceOf(ShapeException.class)
        .hasMessage("weights [4, 3, 1, 1] and [4] do not lie side by side");
    assertThatThrownBy(() -> new ParamExpr.Sum(WEIGHT, BIAS))
        .isInstanceOf(ShapeException.class)
        .hasMessage("no sum of [4, 3, 1, 1] and [4]");
  }

  @Test
  void aBatchNormFoldsIntoItsOwnChannelsOnly() {
    Named other = new Named("w", List.of(5, 4));
    assertThatThrownBy(() -> new FoldWeight(other, BN))
        .isInstanceOf(ShapeException.class)
        .hasMessage("a batch norm of 4 channels does not fold into [5, 4]");
  }
}
