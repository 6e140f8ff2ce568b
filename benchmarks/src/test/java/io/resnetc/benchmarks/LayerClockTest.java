package io.resnetc.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.driver.Compilation;
import io.resnetc.ir.Graph;
import io.resnetc.lower.Step;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.Parallelism;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A network under the clock. */
class LayerClockTest {
  @Test
  void everyLayerIsTimedOnceAnImage() throws Exception {
    Path models = Path.of(System.getProperty("resnetc.root"), "samples", "models");
    Compilation compilation = BenchmarkNetwork.of("resnet20-32").orElseThrow().compile(models, 1);
    Graph graph = compilation.snapshots().get(0).graph();
    Network network = compilation.load(SeededWeights.of(graph));
    int layers = (int) compilation.program().steps().stream().filter(Step::computes).count();
    LayerClock clock = new LayerClock(Parallelism.SEQUENTIAL, layers);

    float[] image = SeededWeights.images(graph, 1);
    float[] timed = new float[network.info().outputElements()];
    network.run(network.newContext(clock), image, 1, timed);

    assertThat(clock.fastest()).hasSize(layers).doesNotContain(Long.MAX_VALUE);
    assertThat(timed).containsExactly(network.run(image));
  }
}
