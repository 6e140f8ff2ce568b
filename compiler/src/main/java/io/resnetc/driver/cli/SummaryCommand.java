package io.resnetc.driver.cli;

import io.resnetc.driver.CompileException;
import io.resnetc.driver.Compiler;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code resnetc summary}: what each layer is and costs. */
@Command(
    name = "summary",
    header = "Prints what each layer is and costs.",
    sortOptions = false,
    description = HelpText.SUMMARY,
    mixinStandardHelpOptions = true,
    versionProvider = CompileCommand.Versions.class,
    customSynopsis = "resnetc summary MODEL.rn [--model NAME] [-D NAME=VALUE ...]")
final class SummaryCommand implements Callable<Integer> {
  private final Compiler compiler;

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;
  @Mixin private AlgorithmOptions algorithms;

  SummaryCommand(Compiler compiler) {
    this.compiler = compiler;
  }

  @Override
  public Integer call() throws CompileException {
    String table =
        BillText.table(compiler.compile(algorithms.apply(model.request(spec), spec)).bill());
    spec.commandLine().getOut().print(table);
    return ExitCode.OK;
  }
}
