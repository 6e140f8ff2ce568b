package io.resnetc.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.ir.Graph;
import io.resnetc.lower.Lowering;
import io.resnetc.lower.Program;
import io.resnetc.memory.MemoryPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The text of a generated class; {@code GeneratedCodeTest} runs such classes. */
class EmitterTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("resnetc.root"))
          .resolve("compiler/src/test/resources/io/resnetc/emit/Small.java.txt");

  @Test
  void writesAClassThatReadsLikeTheNetwork() throws IOException {
    String java = emit(SmallNetworks.residual());
    if (System.getenv("RESNETC_BLESS") != null) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, java);
    }
    assertThat(java)
        .as("run again with RESNETC_BLESS=1 to accept the new text")
        .isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void equalRequestsGiveEqualBytes() {
    assertThat(emit(SmallNetworks.residual())).isEqualTo(emit(SmallNetworks.residual()));
  }

  @Test
  void theFolderOfTheSourceDoesNotChangeTheBytes() {
    assertThat(emit(SmallNetworks.residual()))
        .contains("// small.rn:3:3")
        .doesNotContain("models/");
  }

  @Test
  void namesThatMeetAreToldApart() {
    String java = emit(SmallNetworks.withAwkwardNames());
    assertThat(java)
        .contains("private void forward_(Context c)")
        .contains("private Conv2d a_b;")
        .contains("private Conv2d a_b_;")
        .contains("private Conv2d class_;");
  }

  @Test
  void aPartHandsOneValueToTheNext() {
    String forward =
        """
            switch (part) {
              case 0 -> {
                // %0 = input : [16, 64, 64]
                c.input(V0);
                stem(c);
                c.handOver(V1);
              }
              case 1 -> {
                head(c);
                // return %2
                c.output(V2);
              }
            }
        """;
    assertThat(emit(SmallNetworks.shrinking()))
        .contains(forward)
        .contains(
            "protected void forward(Context c, int part)",
            "List.of(new Part(131072, 131072), new Part(69632, 69632)),");
  }

  static String emit(Graph graph) {
    Program program = Lowering.lower(graph);
    return Emitter.emit(
        new EmitRequest(
            "com.example",
            graph.name(),
            "1.2.3",
            "small.rn",
            "0".repeat(64),
            List.of("fold-batch-norm", "fuse-relu"),
            program,
            MemoryPlanner.plan(program)));
  }
}
