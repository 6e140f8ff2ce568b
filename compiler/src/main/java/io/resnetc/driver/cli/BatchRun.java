package io.resnetc.driver.cli;

import io.resnetc.driver.Compilation;
import io.resnetc.driver.CompilerBug;
import io.resnetc.driver.OutputFile;
import io.resnetc.driver.npy.NpyWriter;
import io.resnetc.runtime.Context;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.Parallelism;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Feeds images through a network, a few at a time, so that a batch may be larger than memory. */
record BatchRun(Compilation compilation, Network network, Parallelism parallelism, Images images) {
  private static final int AT_A_TIME = 16;

  /** What is done with the outputs, in the images' order. */
  @FunctionalInterface
  interface Results {
    void accept(int firstImage, int count, float[] outputs) throws IOException;

    default Results and(Results next) {
      return (first, count, outputs) -> {
        accept(first, count, outputs);
        next.accept(first, count, outputs);
      };
    }
  }

  void run(Progress progress, Results results) throws IOException {
    int total = images.count();
    int most = Math.min(AT_A_TIME, total);
    Context context = network.newContext(parallelism);
    float[] inputs = new float[Math.multiplyExact(most, network.info().inputElements())];
    float[] outputs = new float[Math.multiplyExact(most, network.info().outputElements())];
    for (int done = 0; done < total; ) {
      int count = images.read(inputs);
      compute(context, inputs, count, outputs);
      results.accept(done, count, outputs);
      done += count;
      progress.at(done);
    }
  }

  /** The same, and all outputs go into one {@code .npy} file. */
  void run(Progress progress, Results results, Path output) throws IOException {
    List<Integer> shape =
        Stream.concat(Stream.of(images.count()), network.info().outputDims().stream()).toList();
    int each = network.info().outputElements();
    OutputFile.write(
        output,
        out -> {
          NpyWriter writer = new NpyWriter(out, shape);
          run(
              progress,
              results.and((first, count, outputs) -> writer.write(outputs, count * each)));
        });
  }

  private void compute(Context context, float[] inputs, int count, float[] outputs) {
    try {
      network.run(context, inputs, count, outputs);
    } catch (RuntimeException e) {
      throw new CompilerBug("running the network", compilation.program().graph(), e);
    }
  }
}
