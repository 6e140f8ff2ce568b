package io.resnetc.benchmarks;

import ai.onnxruntime.OrtException;
import io.resnetc.driver.Compilation;
import io.resnetc.driver.CompileException;
import io.resnetc.driver.NoJavaCompilerException;
import io.resnetc.ir.Graph;
import io.resnetc.onnx.export.OnnxExport;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.Workers;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** One network on both sides: compiled by us for a batch, and exported for ONNX Runtime. */
final class Comparison {
  /** Largest difference of two outputs, relative to the largest output. */
  private static final double TOLERANCE = 1e-4;

  private final BenchmarkNetwork network;
  private final int batch;
  private final Graph graph;
  private final Compilation compilation;
  private final Network compiled;
  private final byte[] onnx;

  Comparison(BenchmarkNetwork network, Path models, int batch)
      throws CompileException, NoJavaCompilerException {
    this.network = network;
    this.batch = batch;
    compilation = network.compile(models, batch);
    // The graph before our passes: ONNX Runtime optimises for itself.
    graph = compilation.snapshots().get(0).graph();
    compiled = compilation.load(SeededWeights.of(graph));
    onnx = OnnxExport.export(graph, new SeededWeights()).toByteArray();
  }

  /**
   * A row of the table.
   *
   * @param gigaflops of our class: those of the network's multiply-adds, in its fastest run
   */
  record Row(
      BenchmarkNetwork network,
      int batch,
      int threads,
      Timings onnxRuntime,
      Timings ours,
      double gigaflops) {
    /** The row of these runs and of those of another process. */
    Row and(Row other) {
      return new Row(
          network,
          batch,
          threads,
          onnxRuntime.and(other.onnxRuntime),
          ours.and(other.ours),
          Math.max(gigaflops, other.gigaflops));
    }

    /** Above 1 we are faster. */
    double ratio() {
      return onnxRuntime.minimumMillis() / ours.minimumMillis();
    }
  }

  /** Times both sides, after checking that they answer alike. */
  Row measure(int threads, double warmUpSeconds, double seconds) throws OrtException {
    float[] images = SeededWeights.images(graph, batch);
    Stream<Integer> dims = graph.input().shape().dims().stream();
    long[] inputDims =
        LongStream.concat(LongStream.of(batch), dims.mapToLong(Integer::longValue)).toArray();
    int outputs = batch * compiled.info().outputElements();
    try (Contender theirs = new OnnxRuntimeContender(onnx, images, inputDims, outputs, threads);
        Workers workers = new Workers(threads);
        Contender ours = new CompiledContender(compiled, images, batch, workers)) {
      theirs.run();
      ours.run();
      checkAgreement(theirs.outputs(), ours.outputs());
      Duel.Outcome outcome = new Duel(warmUpSeconds, seconds, batch).run(theirs, ours);
      checkAgreement(theirs.outputs(), ours.outputs());
      double flops = 2.0 * compilation.program().multiplyAdds();
      double gigaflops = flops / (outcome.second().minimumMillis() * 1e6);
      return new Row(network, batch, threads, outcome.first(), outcome.second(), gigaflops);
    }
  }

  private void checkAgreement(float[] expected, float[] actual) {
    double largest =
        IntStream.range(0, expected.length)
            .mapToDouble(i -> expected[i])
            .map(Math::abs)
            .max()
            .orElse(0);
    for (int i = 0; i < expected.length; i++) {
      // The negation also catches NaN.
      if (!(Math.abs(expected[i] - actual[i]) <= TOLERANCE * largest)) {
        throw new IllegalStateException(
            "%s: output %d is %s, ONNX Runtime says %s"
                .formatted(network.title(), i, actual[i], expected[i]));
      }
    }
  }
}
