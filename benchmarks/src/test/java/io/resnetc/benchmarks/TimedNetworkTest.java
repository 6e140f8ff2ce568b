package io.resnetc.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.driver.Compilation;
import io.resnetc.ir.Graph;
import io.resnetc.runtime.Network;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is timed layer by layer is what the generated class does. */
class TimedNetworkTest {
  @Test
  void hasTheBitsOfTheGeneratedClass() throws Exception {
    Path models = Path.of(System.getProperty("resnetc.root"), "samples", "models");
    Compilation compilation = BenchmarkNetwork.of("resnet20-32").orElseThrow().compile(models);
    Graph graph = compilation.snapshots().get(0).graph();
    Network generated = compilation.load(SeededWeights.of(graph));
    float[] image = SeededWeights.images(graph, 1);
    assertThat(new TimedNetwork(compilation).run(image)).containsExactly(generated.run(image));
  }
}
