package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.runtime.FirstAnswer;
import io.resnetc.runtime.Network;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Archives are made by the JDK that runs the tests, and used by it. */
class ArchiveCommandTest extends CommandLineTest {
  private static final Path SAMPLES = Path.of(System.getProperty("resnetc.root"), "samples");
  private static final Path WEIGHTS = SAMPLES.resolve("weights/resnet20p-cifar10.safetensors");

  private String classPath;
  private Path output;

  @BeforeEach
  void writeJar() throws Exception {
    Path source = folder.resolve("sources/com/acme/ResNet20P.java");
    Path model = SAMPLES.resolve("models/resnet-cifar.rn");
    run(model, "--model", "ResNet20P", "--package", "com.acme", "-o", source);
    Path runtime =
        Path.of(Network.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path classes = Files.createDirectory(folder.resolve("classes"));
    String[] arguments = {
      "-proc:none", "-cp", runtime.toString(), "-d", classes.toString(), source.toString()
    };
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments)).isZero();
    Path jar = folder.resolve("network.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      add(out, classes);
      if (Files.isDirectory(runtime)) {
        add(out, runtime);
      }
    }
    output = folder.resolve("out/app.jsa");
    classPath = Files.isDirectory(runtime) ? jar.toString() : jar + File.pathSeparator + runtime;
  }

  private static void add(JarOutputStream out, Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(file));
      }
    }
  }

  @Test
  void javaTakesTheClassesFromTheArchive() throws Exception {
    Result result = archive("com.acme.ResNet20P", WEIGHTS, "--java-option", "-XX:+UseSerialGC");

    assertThat(result.code()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).containsPattern("app.jsa: \\d{2,} classes").contains("java @");
    assertThat(output.getParent()).isDirectoryContaining("glob:**.jsa");
    Path arguments = output.resolveSibling("app.args");
    assertThat(Files.readString(arguments)).contains("-XX:+UseSerialGC");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + arguments,
                "-Xlog:class+load",
                FirstAnswer.class.getName(),
                "com.acme.ResNet20P",
                WEIGHTS.toString())
            .redirectErrorStream(true)
            .start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(log)
        .doesNotContain("[cds]")
        .containsPattern("com\\.acme\\.ResNet20P source: shared objects file \\(top\\)")
        .containsPattern("ScalarKernels source: shared objects file \\(top\\)");
  }

  @Test
  void writesNothingWhereSomethingIsWrong() throws IOException {
    assertFails(archive("com.acme.Other", WEIGHTS), 1, "there is no class com.acme.Other");
    assertFails(archive(FirstAnswer.class.getName(), WEIGHTS), 1, "is no network");
    assertFails(archive("com.acme.ResNet20P", model), 1, "not a valid safetensors file");
    assertFails(archive("com.acme.ResNet20P", folder.resolve("x")), 1, "x: no such file");
    assertFails(
        archive("com.acme.ResNet20P", WEIGHTS, "--java", folder), 1, "there is no bin/java in it");
    assertFails(
        archive("com.acme.ResNet20P", WEIGHTS, "--java-option", "-XX:Wrong"), 1, "option 'Wrong'");
    classPath = folder.resolve("classes").toString();
    assertFails(archive("com.acme.ResNet20P", WEIGHTS), 1, "is a folder, and only jars");
    classPath = Files.write(folder.resolve("empty.jar"), new byte[0]).toString();
    assertFails(archive("com.acme.ResNet20P", WEIGHTS), 1, "add resnetc-runtime's jar");
    output = folder.resolve("out/app");
    assertFails(archive("com.acme.ResNet20P", WEIGHTS), 2, "-o takes a file APP.jsa");
  }

  private Result archive(String network, Path weights, Object... more) {
    List<Object> words =
        List.of(
            "archive",
            "--class-path",
            classPath,
            "--network",
            network,
            "--weights",
            weights,
            "-o",
            output);
    return run(Stream.concat(words.stream(), Stream.of(more)).toArray());
  }

  private void assertFails(Result result, int code, String message) {
    assertThat(result.code()).isEqualTo(code);
    assertThat(result.err()).contains(message).doesNotContain("\tat ");
    assertThat(output.getParent()).doesNotExist();
  }
}
