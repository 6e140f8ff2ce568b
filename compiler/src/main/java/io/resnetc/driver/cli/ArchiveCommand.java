package io.resnetc.driver.cli;

import io.resnetc.driver.OutputFile;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code resnetc archive}: what lets an application's virtual machine start faster. */
@Command(
    name = "archive",
    header = "Prepares an archive of classes, with which an application answers sooner.",
    sortOptions = false,
    description = HelpText.ARCHIVE,
    footer = HelpText.ARCHIVE_EXAMPLES,
    mixinStandardHelpOptions = true,
    versionProvider = CompileCommand.Versions.class,
    customSynopsis = {
      "resnetc archive --class-path JARS --network CLASS --weights FILE -o APP.jsa",
      "                [--java HOME] [--java-option OPTION ...]"
    })
final class ArchiveCommand implements Callable<Integer> {
  private static final String SUFFIX = ".jsa";

  /**
   * JDK 25 says on standard output, at each start, that its own archive, below ours, has not this
   * module; that is not to be among an application's results.
   */
  private static final List<String> VECTORS =
      List.of("--add-modules", "jdk.incubator.vector", "-Xlog:cds=off");

  @Spec private CommandSpec spec;

  @Option(
      names = "--class-path",
      paramLabel = "JARS",
      required = true,
      description =
          "The application's class path: jars, resnetc's runtime and the generated class among"
              + " them. Folders cannot be archived.")
  private String classPath;

  @Option(
      names = "--network",
      paramLabel = "CLASS",
      required = true,
      description = "The generated class, with its package.")
  private String network;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      required = true,
      description = "Weights that fit it, safetensors.")
  private Path weights;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "APP.jsa",
      required = true,
      description = "Where to write the archive; APP.args is written beside it.")
  private Path output;

  @Option(
      names = "--java",
      paramLabel = "HOME",
      description = "The JDK that will run the application; else the one that runs this.")
  private Path home = Path.of(System.getProperty("java.home"));

  @Option(
      names = "--java-option",
      paramLabel = "OPTION",
      description = "One more option for it, such as -XX:+UseSerialGC. May be repeated.")
  private List<String> options = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    String name = output.getFileName().toString();
    if (!name.endsWith(SUFFIX) || name.equals(SUFFIX)) {
      throw new ParameterException(spec.commandLine(), "-o takes a file APP.jsa, not " + output);
    }
    List<String> all = new ArrayList<>(VECTORS);
    all.addAll(options);
    TrainingRun training = new TrainingRun(java(), all, jars(), network, readable(weights));
    PrintWriter err = spec.commandLine().getErr();
    err.println("running " + network + " once, to see which classes it loads ...");
    Path archive = output.toAbsolutePath().normalize();
    Path arguments = archive.resolveSibling(name.substring(0, name.length() - 3) + "args");
    long classes = write(training, archive);
    all.add("-XX:SharedArchiveFile=" + archive);
    all.addAll(List.of("-cp", training.joinedClassPath()));
    OutputFile.write(arguments, ArgumentFile.of(all));
    err.printf("%s: %d classes%n", output, classes);
    err.printf("%s: start with  java @%s MAIN-CLASS%n", arguments, arguments);
    return ExitCode.OK;
  }

  /** Writes an archive that has been shown to work, and returns how many classes it gave. */
  private static long write(TrainingRun training, Path archive)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("resnetc");
    Path draft = folder.resolve(archive.getFileName());
    try {
      training.write(draft);
      long classes = training.classesFrom(draft);
      OutputFile.write(archive, out -> Files.copy(draft, out));
      return classes;
    } finally {
      Files.deleteIfExists(draft);
      Files.delete(folder);
    }
  }

  private Path java() {
    for (String name : List.of("java", "java.exe")) {
      Path java = home.resolve("bin").resolve(name);
      if (Files.isExecutable(java)) {
        return java;
      }
    }
    throw new UserError(home + ": is no JDK; there is no bin/java in it");
  }

  private List<Path> jars() {
    List<Path> jars = new ArrayList<>();
    for (String place : classPath.split(File.pathSeparator)) {
      Path jar = Path.of(place);
      if (Files.isDirectory(jar)) {
        throw new UserError(jar + ": is a folder, and only jars can be archived; package it first");
      }
      jars.add(readable(jar));
    }
    return jars;
  }

  private static Path readable(Path file) {
    IoText.requireReadable(file);
    return file.toAbsolutePath().normalize();
  }
}
