package io.resnetc.driver;

import io.resnetc.ir.Graph;
import io.resnetc.ir.text.Printer;
import io.resnetc.lower.Buffer;
import io.resnetc.lower.Program;
import io.resnetc.lower.Step;
import io.resnetc.memory.MemoryPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Writes a compilation into a folder, a numbered file a stage, to read and to diff. */
public final class DumpFolder {
  private DumpFolder() {}

  /** {@code 00-built.ir}, {@code 01-PASS.ir} and so on, then the program and its memory. */
  public static void write(Path folder, Compilation compilation) throws IOException {
    List<Snapshot> snapshots = compilation.snapshots();
    write(folder, snapshots, "ir", Printer::print);
    String program = program(compilation.program(), compilation.plan());
    OutputFile.write(folder.resolve("%02d-program.txt".formatted(snapshots.size())), program);
  }

  /** A file for each snapshot, in any format. */
  public static void write(
      Path folder, List<Snapshot> snapshots, String extension, Function<Graph, String> writer)
      throws IOException {
    for (int i = 0; i < snapshots.size(); i++) {
      Snapshot snapshot = snapshots.get(i);
      String name = "%02d-%s.%s".formatted(i, snapshot.after(), extension);
      OutputFile.write(folder.resolve(name), writer.apply(snapshot.graph()));
    }
  }

  /**
   * A line a step: what it computes, how, and which floats of the arena it writes; and a line where
   * a part begins that has slices of its own.
   */
  private static String program(Program program, MemoryPlan plan) {
    StringBuilder text = new StringBuilder();
    text.append("arena: %d floats for one image%n".formatted(plan.arenaFloats()));
    for (Step step : program.steps()) {
      plan.parts().stream()
          .filter(part -> part.first() > 0 && part.first() == step.node().id())
          .map(
              part ->
                  "part: %d floats for one image, is handed %%%d%n"
                      .formatted(part.floats(), part.input()))
          .forEach(text::append);
      int id = step.node().id();
      Buffer buffer = program.buffers().get(id);
      int offset = plan.offsets().get(id);
      text.append(
          "[%d, %d)  %s  // %s%n"
              .formatted(
                  offset,
                  offset + buffer.floats(),
                  Printer.line(step.node()),
                  step.algorithmText()));
    }
    return text.toString();
  }
}
