package io.resnetc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.runtime.Network;
import io.resnetc.runtime.weights.DType;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.runtime.weights.TensorSource;
import io.resnetc.runtime.weights.Weights;
import io.resnetc.testing.RecipeWeights;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a loaded network keeps in memory. */
class LoadedNetworkTest {
  private static final Path MODEL =
      Path.of(System.getProperty("resnetc.root"), "samples", "models", "resnet.rn");

  @Test
  void holdsItsWeightsOnceAsTheyWerePacked() throws Exception {
    CompileRequest request = CompileRequest.of(MODEL).withModel("ResNet18");
    Compilation compilation = new Compiler().compile(request);
    List<WeakReference<float[]>> decoded = new ArrayList<>();
    Map<String, TensorSource> sources = new HashMap<>();
    new RecipeWeights(1)
        .tensors(compilation.snapshots().get(0).graph())
        .forEach((name, tensor) -> sources.put(name, new Watched(tensor, decoded)));

    Network network = compilation.load(Weights.of("recipe", sources));

    assertThat(decoded).hasSizeGreaterThan(20);
    assertThat(reachable(decoded)).isZero();
    assertThat(network.info().name()).isEqualTo("ResNet18");
  }

  /** How many are still in memory when the collector has had its chances. */
  private static long reachable(List<WeakReference<float[]>> references)
      throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      System.gc();
      if (references.stream().allMatch(reference -> reference.get() == null)) {
        return 0;
      }
      Thread.sleep(50);
    }
    return references.stream().filter(reference -> reference.get() != null).count();
  }

  /** Remembers, weakly, the kernels and matrices that were decoded. */
  private record Watched(Tensor tensor, List<WeakReference<float[]>> decoded)
      implements TensorSource {
    @Override
    public List<Integer> dims() {
      return tensor.dims();
    }

    @Override
    public DType dtype() {
      return DType.F32;
    }

    @Override
    public Tensor decode() {
      float[] values = tensor.values().clone();
      if (dims().size() > 1) {
        decoded.add(new WeakReference<>(values));
      }
      return new Tensor(values, dims());
    }
  }
}
