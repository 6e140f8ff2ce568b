package io.resnetc.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.resnetc.bind.FrontEnd;
import io.resnetc.checkpoint.Checkpoint;
import io.resnetc.checkpoint.Renaming;
import io.resnetc.diag.DiagnosticLog;
import io.resnetc.ir.Graph;
import io.resnetc.pass.Pipeline;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.Preprocessing;
import io.resnetc.testing.GeneratedNetwork;
import io.resnetc.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints of other people, as they saved them, through our classes: images right of 1000. */
class ForeignCheckpointsTest {
  private static final Path SHARED = Path.of(System.getProperty("resnetc.shared"));

  private static final Preprocessing IMAGENET =
      new Preprocessing(1 / 255.0, List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225), 0);

  @Test
  void theOldFormatOfPyTorch() throws IOException {
    Checkpoint checkpoint = read("cifar10/resnet20-12fca82f.th");
    Network network = network(Samples.graph("resnet-cifar.rn", "ResNet20", Map.of()), checkpoint);
    assertThat(right(network, network.info().preprocessing())).isEqualTo(915);
  }

  @Test
  void namesOfItsOwn() throws IOException {
    Checkpoint checkpoint =
        read("checkpoints/ehanw-resnet20-optionB.pth").renamed(Renaming.parse(documentedRules()));
    Network network = network(Samples.graph("resnet-cifar.rn", "ResNet20P", Map.of()), checkpoint);
    assertThat(right(network, IMAGENET)).isEqualTo(900);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcrown-resnet2b.pth", "vnncomp-resnet2b.onnx"})
  void aNetworkWithoutBatchNorms(String file) throws IOException {
    Checkpoint checkpoint = read("checkpoints/" + file);
    DiagnosticLog log = new DiagnosticLog();
    Path model = Path.of("src/test/resources/models/resnet2b.rn");
    Graph graph =
        FrontEnd.load(model, Optional.empty(), Map.of(), log)
            .orElseThrow(() -> new AssertionError(log.toString()));
    Network network = network(graph, checkpoint);
    assertThat(right(network, network.info().preprocessing())).isEqualTo(703);
  }

  /** The rules of the command in the document. */
  private static List<String> documentedRules() throws IOException {
    Path document = Path.of(System.getProperty("resnetc.root"), "docs", "checkpoints.md");
    String text = Files.readString(document);
    String command = text.substring(text.indexOf("./resnetc convert ehanw"));
    command = command.substring(0, command.indexOf("\n\n"));
    return Pattern.compile("'([^']+)'")
        .matcher(command)
        .results()
        .map(rule -> rule.group(1))
        .toList();
  }

  private static Network network(Graph graph, Checkpoint checkpoint) {
    return GeneratedNetwork.load(Pipeline.standard().run(graph), checkpoint.weights());
  }

  private static int right(Network network, Preprocessing preprocessing) throws IOException {
    CifarImages images = CifarImages.read(SHARED.resolve("cifar10/test_first1000.bin"));
    return images.right(network.run(images.normalised(preprocessing)));
  }

  private static Checkpoint read(String name) throws IOException {
    Path file = SHARED.resolve(name);
    assumeTrue(Files.exists(file), "skipped: there is no " + file);
    return Checkpoint.read(file).withoutCommonPrefixes(List.of());
  }
}
