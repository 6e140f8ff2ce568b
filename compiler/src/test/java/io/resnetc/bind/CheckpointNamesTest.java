package io.resnetc.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.resnetc.ir.Graph;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample models ask for exactly the tensors that trained checkpoints hold. */
class CheckpointNamesTest {
  @ParameterizedTest
  @CsvSource({
    "cifar10/resnet20.safetensors, ResNet20",
    "training/resnet20p-cifar10.safetensors, ResNet20P",
  })
  void asksForWhatTheCheckpointHolds(String checkpoint, String model) throws IOException {
    Path file = Path.of(System.getProperty("resnetc.shared"), checkpoint.split("/"));
    assumeTrue(Files.exists(file), "needs " + checkpoint + " in -Dresnetc.shared=DIR");
    Graph graph = SampleModelsTest.graph("resnet-cifar.rn", model, Map.of());
    assertThat(new TreeMap<>(SampleModelsTest.parameters(graph))).isEqualTo(tensors(file));
  }

  /** The names and shapes in a safetensors header. */
  private static Map<String, List<Integer>> tensors(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      int length = (int) Long.reverseBytes(in.readLong());
      String header = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      JsonObject entries = JsonParser.parseString(header).getAsJsonObject();
      Map<String, List<Integer>> tensors = new TreeMap<>();
      for (Map.Entry<String, JsonElement> entry : entries.entrySet()) {
        if (!entry.getKey().equals("__metadata__")
            && !entry.getKey().endsWith("num_batches_tracked")) {
          List<Integer> dims = new ArrayList<>();
          entry
              .getValue()
              .getAsJsonObject()
              .getAsJsonArray("shape")
              .forEach(dim -> dims.add(dim.getAsInt()));
          tensors.put(entry.getKey(), dims);
        }
      }
      return tensors;
    }
  }
}
