package io.resnetc.pass;

import io.resnetc.pass.rule.FoldBatchNorm;
import io.resnetc.pass.rule.FuseClip;
import io.resnetc.pass.rule.FuseRelu;
import io.resnetc.pass.rule.FuseResidualAdd;
import io.resnetc.pass.rule.LowerBatchNorm;
import io.resnetc.pass.rule.MoveReluBeforeMaxPool;
import io.resnetc.pass.rule.RecognizeGlobalAvgPool;
import io.resnetc.pass.rule.RemoveIdentity;
import io.resnetc.pass.rule.RemoveRepeatedRelu;
import java.util.List;

/** The passes of the compiler, in order. */
public final class Passes {
  private Passes() {}

  /** Every pass, in the order in which they run. */
  public static final List<Pass> ALL =
      List.of(
          // First, because the fusing rules count uses, and an unused name in the source is no use.
          new EliminateDeadNodes(),

          // Early, because an identity between two nodes hides that they could be fused.
          new RulePass(
              "remove-identities",
              "drop operators that hand their operand on as it is",
              new RemoveIdentity(),
              new RemoveRepeatedRelu()),

          // After the identities, which make equal operands look different; before the fusing
          // rules, because two equal users of a value would each forbid the other to be fused.
          new EliminateCommonSubexpressions(),

          // Anywhere; here, so that later passes and dumps see one form of global pooling.
          new RulePass(
              "recognize-global-avg-pool",
              "make an average pool over the whole map a global one",
              new RecognizeGlobalAvgPool()),

          // Before the epilogue fills: a scale cannot pass a residual or an activation.
          new RulePass(
              "fold-batch-norm",
              "fold batch norms into the convolution or linear layer before them",
              new FoldBatchNorm()),

          // After the folding, for those that are left.
          new RulePass(
              "lower-batch-norm",
              "make the other batch norms a scale and a shift",
              new LowerBatchNorm()),

          // After the folding, which leaves convolution and add side by side; before the relu,
          // because the epilogue adds first and clamps last.
          new RulePass(
              "fuse-residual-add",
              "add residuals in the epilogue of a convolution",
              new FuseResidualAdd()),

          // After all other epilogues, because nothing can be fused behind an activation.
          new RulePass(
              "fuse-relu",
              "clamp in the epilogue of the operator before a relu or clip",
              new FuseRelu(),
              new FuseClip(),
              new MoveReluBeforeMaxPool()),

          // Last: it looks for convolutions with their residual and takes their activation along.
          new JoinConvolutions());
}
