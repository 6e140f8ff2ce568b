package io.resnetc.driver.cli;

import io.resnetc.checkpoint.SafetensorsWriter;
import io.resnetc.driver.Compilation;
import io.resnetc.driver.CompileException;
import io.resnetc.driver.CompileRequest;
import io.resnetc.driver.Compiler;
import io.resnetc.driver.DumpFolder;
import io.resnetc.driver.OutputFile;
import io.resnetc.driver.Version;
import io.resnetc.runtime.weights.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code resnetc MODEL.rn -o Generated.java}: from a model to a Java file. */
@Command(
    name = "resnetc",
    header = "Compiles a convolutional network into one Java class that runs it.",
    sortOptions = false,
    description = HelpText.COMPILE,
    footer = HelpText.COMPILE_EXAMPLES,
    mixinStandardHelpOptions = true,
    versionProvider = CompileCommand.Versions.class,
    customSynopsis = {
      "resnetc MODEL.rn [--model NAME] [-D NAME=VALUE ...] -o Generated.java [--package P]",
      "                [--dump-ir DIR] [--report]",
      "resnetc (run | dump | summary | export | import) MODEL.rn [OPTIONS]"
    })
final class CompileCommand implements Callable<Integer> {
  private final Compiler compiler;

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;
  @Mixin private AlgorithmOptions algorithms;
  @Mixin private Budget budget;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.java",
      description = "Where to write the class, which is named after the file; or a folder.")
  private String output;

  @Option(names = "--package", paramLabel = "P", description = "The class's package.")
  private String packageName = "";

  @Option(
      names = "--dump-ir",
      paramLabel = "DIR",
      description = "Also write the IR after every pass, and the memory plan, into this folder.")
  private Path dumpFolder;

  @Option(
      names = "--report",
      description = "Print what each layer costs: parameters, multiply-adds, algorithm.")
  private boolean report;

  CompileCommand(Compiler compiler) {
    this.compiler = compiler;
  }

  @Override
  public Integer call() throws CompileException, IOException {
    CompileRequest request =
        algorithms.apply(model.request(spec), spec).withPackage(checkedPackage());
    if (output == null) {
      throw usage("where to? Name the file to write: -o Generated.java");
    }
    Path target = Path.of(output);
    boolean folder = Files.isDirectory(target) || output.endsWith("/") || output.endsWith("\\");
    if (!folder) {
      request = request.withClassName(className(target));
    }
    Compilation compilation = compiler.compile(request);
    budget.check(compilation.bill());
    if (dumpFolder != null) {
      DumpFolder.write(dumpFolder, compilation);
    }
    Path file = folder ? target.resolve(compilation.relativePath()) : target;
    OutputFile.write(file, compilation.javaSource());
    if (compilation.weights().isPresent()) {
      writeWeights(file, compilation.weights().get());
    }
    if (report) {
      spec.commandLine().getOut().print(BillText.table(compilation.bill()));
    }
    spec.commandLine().getErr().println(file + ": " + BillText.line(compilation.bill()));
    return ExitCode.OK;
  }

  /** The weights of a model of ONNX, as a file beside the class. */
  private void writeWeights(Path file, Weights weights) throws IOException {
    String name = file.getFileName().toString().replaceFirst("[.]java$", ".safetensors");
    Path beside = file.resolveSibling(name);
    OutputFile.write(
        beside, out -> SafetensorsWriter.write(weights.tensors(), Optional.empty(), out));
    spec.commandLine().getErr().println(beside + ": %d tensors".formatted(weights.names().size()));
  }

  private String className(Path target) {
    String file = String.valueOf(target.getFileName());
    String name = file.endsWith(".java") ? file.substring(0, file.length() - 5) : "";
    if (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name)) {
      throw usage(
          "a Java file is named after its class, such as ResNet18.java; '%s' is not"
              .formatted(file));
    }
    return name;
  }

  private String checkedPackage() {
    if (!packageName.isEmpty() && !SourceVersion.isName(packageName)) {
      throw usage("'%s' is not a Java package".formatted(packageName));
    }
    return packageName;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Answers {@code --version}. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"resnetc " + Version.TEXT};
    }
  }
}
