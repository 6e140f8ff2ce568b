package io.resnetc.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.resnetc.ir.Graph;
import io.resnetc.pass.Pipeline;
import io.resnetc.runtime.Context;
import io.resnetc.runtime.Network;
import io.resnetc.testing.GeneratedNetwork;
import io.resnetc.testing.RecipeWeights;
import io.resnetc.testing.Samples;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call allocates nothing once the kernels are compiled. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Until C2 has compiled a kernel, its vectors are objects. */
  private static final int MOST_ROUNDS = 60;

  private static final int CALLS = 5;

  @ParameterizedTest
  @ValueSource(strings = {"ResNet18", "ResNet50"})
  void nothingIsAllocatedAfterWarmUp(String model) {
    Graph graph = Pipeline.standard().run(Samples.graph("resnet.rn", model, Map.of()));
    RecipeWeights recipe = new RecipeWeights(1);
    Network network = GeneratedNetwork.load(graph, recipe.tensors(graph));
    Context context = network.newContext();
    float[] images = recipe.images(graph, 1);
    float[] logits = new float[network.info().outputElements()];

    long allocated = Long.MAX_VALUE;
    for (int round = 0; round < MOST_ROUNDS && allocated > 0; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int call = 0; call < CALLS; call++) {
        network.run(context, images, 1, logits);
      }
      allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    assertThat(allocated).isZero();
  }
}
