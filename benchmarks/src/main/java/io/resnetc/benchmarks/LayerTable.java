package io.resnetc.benchmarks;

import io.resnetc.driver.Compilation;
import io.resnetc.driver.CompileException;
import io.resnetc.driver.NoJavaCompilerException;
import io.resnetc.ir.Graph;
import io.resnetc.ir.op.Concat;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Window;
import io.resnetc.lower.Algorithm;
import io.resnetc.lower.Program;
import io.resnetc.lower.Step;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Each convolution of a network: its shape, its algorithm, its time, and how near to the peak. */
final class LayerTable {
  private final BenchmarkNetwork network;
  private final Compilation compilation;
  private final double peak;

  /**
   * @param peak the multiply-add peak in GFLOP/s of as many threads as are measured
   */
  LayerTable(BenchmarkNetwork network, Path models, double peak) throws CompileException {
    this.network = network;
    this.peak = peak;
    compilation = network.compile(models, 1);
  }

  /** Measures a batch of one; the least time of each layer. */
  String measure(int threads, double warmUpSeconds, double seconds) throws NoJavaCompilerException {
    Program program = compilation.program();
    List<Step> layers = program.steps().stream().flatMap(LayerTable::calls).toList();
    Graph source = compilation.snapshots().get(0).graph();
    Network compiled = compilation.load(SeededWeights.of(source));
    float[] images = SeededWeights.images(program.graph(), 1);
    try (Workers workers = new Workers(threads)) {
      LayerClock clock = new LayerClock(workers, layers.size());
      Contender contender = new CompiledContender(compiled, images, 1, clock);
      Duel.turn(contender, (long) (warmUpSeconds * 1e9));
      clock.reset();
      Duel.turn(contender, (long) (seconds * 1e9));
      return table(layers, clock.fastest());
    }
  }

  /** A step as often as work is shared for it: a concatenation's once for each operand. */
  private static Stream<Step> calls(Step step) {
    int calls = step.node().op() instanceof Concat ? step.node().operands().size() : 1;
    return Stream.generate(() -> step).limit(step.algorithm() == Algorithm.ALIAS ? 0 : calls);
  }

  private String table(List<Step> layers, long[] nanos) {
    Program program = compilation.program();
    MarkdownTable table =
        new MarkdownTable(
            4, "layer", "input", "convolution", "algorithm", "ms", "GFLOP/s", "of peak");
    long convolutions = 0;
    for (int i = 0; i < nanos.length; i++) {
      Step step = layers.get(i);
      if (step.node().op() instanceof Conv2d conv) {
        convolutions += nanos[i];
        Shape in = program.graph().operands(step.node()).get(0).shape();
        addRow(
            table,
            new String[] {
              step.node().origin().path(), in.toString(), text(conv), step.algorithmText()
            },
            nanos[i],
            program.multiplyAdds(step));
      }
    }
    long all = LongStream.of(nanos).sum();
    addRow(table, new String[] {"all else", "", "", ""}, all - convolutions, 0);
    addRow(table, new String[] {network.title(), "", "", ""}, all, program.multiplyAdds());
    return table.toString();
  }

  private void addRow(MarkdownTable table, String[] names, long nanos, long multiplyAdds) {
    double gigaflops = 2.0 * multiplyAdds / nanos;
    table.add(
        names[0],
        names[1],
        names[2],
        names[3],
        MarkdownTable.figure("%.3f", nanos / 1e6),
        multiplyAdds == 0 ? "" : MarkdownTable.figure("%.0f", gigaflops),
        multiplyAdds == 0 ? "" : MarkdownTable.figure("%.0f%%", 100 * gigaflops / peak));
  }

  private static String text(Conv2d conv) {
    Window window = conv.window();
    String stride = window.strideHeight() == 1 ? "" : " / " + window.strideHeight();
    String groups = conv.groups() == 1 ? "" : ", %d groups".formatted(conv.groups());
    return "%d, %dx%d%s%s"
        .formatted(conv.outChannels(), window.kernelHeight(), window.kernelWidth(), stride, groups);
  }
}
