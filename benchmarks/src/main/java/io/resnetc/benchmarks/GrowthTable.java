package io.resnetc.benchmarks;

import io.resnetc.driver.Compilation;
import io.resnetc.driver.CompileException;
import io.resnetc.driver.NoJavaCompilerException;
import io.resnetc.ir.Graph;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.Workers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Whether time grows linearly with the batch: a large batch beside as many images in small ones,
 * which a run does one after another. Both sides have as long runs, so that their minima are of as
 * many.
 */
final class GrowthTable {
  private final Path models;
  private final int small;
  private final int large;
  private final MarkdownTable table;

  /**
   * @param large images of the large batch: a multiple of {@code small}
   */
  GrowthTable(Path models, int small, int large) {
    this.models = models;
    this.small = small;
    this.large = large;
    String pieces = "%d x %d".formatted(large / small, small);
    table =
        new MarkdownTable(
            1,
            "network",
            "threads",
            pieces + " min",
            pieces + " median",
            large + " min",
            large + " median",
            "min ratio",
            "median ratio");
  }

  /** Adds a network's rows; a ratio above 1 means that the large batch is faster. */
  void measure(BenchmarkNetwork network, List<Integer> threads, double warmUp, double seconds)
      throws CompileException, NoJavaCompilerException {
    Compilation compilation = network.compile(models, small);
    Graph graph = compilation.snapshots().get(0).graph();
    Network compiled = compilation.load(SeededWeights.of(graph));
    float[] images = SeededWeights.images(graph, large);
    for (int count : threads) {
      try (Workers workers = new Workers(count)) {
        Contender pieces = new PiecesContender(compiled, images, small, workers);
        Contender whole = new CompiledContender(compiled, images, large, workers);
        Duel.Outcome outcome = new Duel(warmUp, seconds, large).run(pieces, whole);
        if (!Arrays.equals(pieces.outputs(), whole.outputs())) {
          throw new IllegalStateException(network.title() + ": batches gave different bits");
        }
        add(network, count, outcome.first(), outcome.second());
      }
    }
  }

  private void add(BenchmarkNetwork network, int threads, Timings pieces, Timings whole) {
    double[] minima = {pieces.minimumMillis(), whole.minimumMillis()};
    double[] medians = {pieces.medianMillis(), whole.medianMillis()};
    table.add(
        network.title(),
        String.valueOf(threads),
        MarkdownTable.figure("%.3f", minima[0]),
        MarkdownTable.figure("%.3f", medians[0]),
        MarkdownTable.figure("%.3f", minima[1]),
        MarkdownTable.figure("%.3f", medians[1]),
        MarkdownTable.figure("%.2f", minima[0] / minima[1]),
        MarkdownTable.figure("%.2f", medians[0] / medians[1]));
  }

  @Override
  public String toString() {
    return table.toString();
  }
}
