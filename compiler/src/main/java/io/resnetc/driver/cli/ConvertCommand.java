package io.resnetc.driver.cli;

import io.resnetc.checkpoint.Checkpoint;
import io.resnetc.checkpoint.Renaming;
import io.resnetc.checkpoint.SafetensorsWriter;
import io.resnetc.driver.OutputFile;
import io.resnetc.runtime.weights.DType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resnetc convert}: a checkpoint of any kind as safetensors, under other names. */
@Command(
    name = "convert",
    header = "Writes a checkpoint as safetensors, under other names if need be.",
    sortOptions = false,
    description = HelpText.CONVERT,
    footer = HelpText.CONVERT_EXAMPLES,
    mixinStandardHelpOptions = true,
    versionProvider = CompileCommand.Versions.class,
    customSynopsis =
        "resnetc convert IN OUT.safetensors [--map OLD=NEW ...] [--drop NAME ...]"
            + " [--dtype TYPE]")
final class ConvertCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "IN", description = "A checkpoint of any kind.")
  private Path input;

  @Parameters(index = "1", paramLabel = "OUT.safetensors", description = "Where to write it.")
  private Path output;

  @Option(
      names = "--map",
      paramLabel = "OLD=NEW",
      parameterConsumer = Rules.class,
      description =
          "Rename: * stands for any text between two dots, ** for any text, and what they stood for"
              + " is put into the new name in the same order. Rules apply one after the other.")
  private List<String> rules = new ArrayList<>();

  @Option(
      names = "--drop",
      paramLabel = "NAME",
      description = "Leave out the tensors of this name, with * and ** as above. May be repeated.")
  private List<String> dropped = new ArrayList<>();

  @Option(
      names = "--dtype",
      paramLabel = "TYPE",
      description = "f32, f16 or bf16; else each tensor keeps its type (and f64 becomes f32).")
  private Type dtype;

  /** The types that weights are kept in. */
  private enum Type {
    F32,
    F16,
    BF16
  }

  /** Takes all the rules that follow, so that {@code --map} need not be written before each. */
  private static final class Rules implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
      if (arguments.isEmpty()) {
        throw new ParameterException(command.commandLine(), "--map needs a rule OLD=NEW");
      }
      List<String> rules = new ArrayList<>(option.<List<String>>getValue());
      do {
        rules.add(arguments.pop());
      } while (!arguments.isEmpty() && isRule(arguments.peek()));
      option.setValue(rules);
    }

    private static boolean isRule(String argument) {
      return argument.contains("=") && !argument.startsWith("-");
    }
  }

  @Override
  public Integer call() throws IOException {
    Renaming renaming = Renaming.parse(rules);
    Checkpoint checkpoint =
        WeightsOption.read(input, List.of()).withoutOtherTypes().without(dropped).renamed(renaming);
    WeightsOption.printNotes(checkpoint, spec);
    Optional<DType> type = Optional.ofNullable(dtype).map(Type::name).map(DType::valueOf);
    OutputFile.write(output, out -> SafetensorsWriter.write(checkpoint.tensors(), type, out));
    String line = "%s: %d tensors".formatted(output, checkpoint.tensors().size());
    spec.commandLine().getErr().println(line);
    return ExitCode.OK;
  }
}
