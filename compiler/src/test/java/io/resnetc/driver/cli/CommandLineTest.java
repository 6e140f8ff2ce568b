package io.resnetc.driver.cli;

import io.resnetc.driver.Compiler;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands in this process, in a folder that holds a small model. */
abstract class CommandLineTest {
  static final String TINY =
      """
      model Tiny(classes = 3) {
        input image [3, 4, 4] { scale = 1, labels = ["red", "green", "blue"] }
        image -> conv1: conv(3, kernel = 1) -> bn1: batch_norm -> relu
              -> global_avg_pool -> flatten -> fc: linear(classes)
      }
      """;

  @TempDir Path folder;
  Path model;

  /** What a command printed, and its exit code. */
  record Result(int code, String out, String err) {}

  @BeforeEach
  void writeModel() throws IOException {
    model = write("tiny.rn", TINY);
  }

  final Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  static Result run(Object... arguments) {
    return run(new Compiler(), arguments);
  }

  static Result run(Compiler compiler, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    int code = Main.run(compiler, new PrintWriter(out), new PrintWriter(err), words);
    return new Result(code, out.toString(), err.toString());
  }
}
