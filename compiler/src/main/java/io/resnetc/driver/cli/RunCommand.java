package io.resnetc.driver.cli;

import io.resnetc.driver.Compilation;
import io.resnetc.driver.CompileException;
import io.resnetc.driver.Compiler;
import io.resnetc.driver.NoJavaCompilerException;
import io.resnetc.ir.Graph;
import io.resnetc.ir.op.Softmax;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.NetworkInfo;
import io.resnetc.runtime.Workers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code resnetc run}: compiles a model in memory and runs it. */
@Command(
    name = "run",
    header = "Compiles a model in memory and runs the very class that compiling would write.",
    sortOptions = false,
    description = HelpText.RUN,
    footer = HelpText.RUN_EXAMPLES,
    mixinStandardHelpOptions = true,
    versionProvider = CompileCommand.Versions.class,
    customSynopsis = {
      "resnetc run MODEL.rn [--model NAME] [-D NAME=VALUE ...] --weights FILE",
      "                    (--image FILE ... | --input X.npy) [--output Y.npy] [--top 5]",
      "                    [--threads N]"
    })
final class RunCommand implements Callable<Integer> {
  private static final int DEFAULT_TOP = 5;
  private static final int MOST_THREADS = 1024;

  private final Compiler compiler;

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;
  @Mixin private AlgorithmOptions algorithms;

  @Mixin private WeightsOption weights;

  @ArgGroup(multiplicity = "1")
  private Input input;

  @Option(
      names = "--output",
      paramLabel = "Y.npy",
      description = "Write the network's outputs: float32 [N, classes].")
  private Path output;

  @Option(
      names = "--top",
      paramLabel = "K",
      description = "How many classes to print for an image; 5 is the default.")
  private Integer top;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Spread each layer over so many threads; 1 is the default.")
  private int threads = 1;

  /** Where the images come from. */
  private static final class Input {
    @Option(
        names = "--image",
        paramLabel = "FILE",
        arity = "1..*",
        description = "Images of any size and format that Java can decode.")
    private List<Path> files;

    @Option(
        names = "--input",
        paramLabel = "X.npy",
        description = "A batch of ready inputs: float32 [N, C, H, W].")
    private Path array;
  }

  RunCommand(Compiler compiler) {
    this.compiler = compiler;
  }

  @Override
  public Integer call() throws CompileException, IOException, NoJavaCompilerException {
    checkArguments();
    Compilation compilation = compiler.compile(algorithms.apply(model.request(spec), spec));
    Graph built = compilation.snapshots().get(0).graph();
    Network network = compilation.load(weights.read(spec, built, compilation.weights()));
    PrintWriter err = spec.commandLine().getErr();
    try (Workers workers = new Workers(threads);
        Images images = open(network.info())) {
      BatchRun run = new BatchRun(compilation, network, workers, images);
      Progress progress = new Progress(err, images.count());
      BatchRun.Results results = printing(compilation, network.info(), images);
      if (output == null) {
        run.run(progress, results);
      } else {
        run.run(progress, results, output);
        err.printf("%s: outputs of %d images%n", output, images.count());
      }
    }
    return ExitCode.OK;
  }

  /** What can be said at once is said at once, before the compiler starts. */
  private void checkArguments() {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new ParameterException(
          spec.commandLine(), "--threads takes a number from 1 to %d".formatted(MOST_THREADS));
    }
    if (top != null && top < 1) {
      throw new ParameterException(spec.commandLine(), "--top takes a number from 1");
    }
    model.request(spec);
    weights.check(spec, model.isOnnx());
    (input.files == null ? List.of(input.array) : input.files).forEach(IoText::requireReadable);
  }

  private Images open(NetworkInfo info) throws IOException {
    return input.files == null
        ? ArrayFile.open(input.array, info)
        : new ImageFiles(input.files, info);
  }

  /** Classes are printed for image files, and for arrays where nothing else would come out. */
  private BatchRun.Results printing(Compilation compilation, NetworkInfo info, Images images) {
    boolean vector = info.outputDims().size() == 1;
    if (!vector && output == null) {
      throw new UserError(
          "%s makes a feature map %s, not classes; write it to a file with --output Y.npy"
              .formatted(info.name(), info.outputDims()));
    }
    if (!vector || (input.files == null && output != null && top == null)) {
      return (first, count, outputs) -> {};
    }
    Graph graph = compilation.program().graph();
    boolean softmax = graph.node(graph.output()).op().equals(new Softmax(false));
    Ranking ranking = new Ranking(info.labels(), softmax, top == null ? DEFAULT_TOP : top);
    PrintWriter out = spec.commandLine().getOut();
    int classes = info.outputElements();
    return (first, count, outputs) -> {
      for (int i = 0; i < count; i++) {
        out.println(images.name(first + i));
        out.print(ranking.text(outputs, i * classes, classes));
      }
      out.flush();
    };
  }
}
