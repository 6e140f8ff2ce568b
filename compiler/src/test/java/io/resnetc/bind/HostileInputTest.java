package io.resnetc.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.SourceFile;
import io.resnetc.ir.Graph;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the input, the answer is a graph or diagnostics, and it comes soon. */
class HostileInputTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int N = 100_000;

  static Stream<String> monsters() {
    return Stream.of(
        "a = " + "(".repeat(N),
        "a = " + "[".repeat(N) + "]".repeat(N),
        "a = " + "-".repeat(N) + "1",
        "a = " + "not ".repeat(N) + "true",
        "a = 1" + " + 1".repeat(N),
        "a = 1" + " then 1".repeat(N),
        "a = " + "if true { ".repeat(N),
        "a = " + "if true { 1 } else ".repeat(N / 10) + "{ 1 }",
        "block ".repeat(N),
        "}".repeat(N),
        "\"".repeat(N),
        "/*".repeat(N),
        "\u0000".repeat(N),
        "\uD800".repeat(N),
        "x".repeat(N) + " = " + "y".repeat(N),
        "1".repeat(N),
        model("image" + " -> relu".repeat(N / 2)),
        model("image" + " -> relo".repeat(N / 2)),
        model("image -> " + "a.".repeat(N / 2) + "b: relu"),
        model("image -> 2147483647 x relu"),
        model("image -> 2147483647 x relo"),
        model("image -> conv: conv(2147483647, kernel = 2147483647)"),
        model("image -> max_pool(2147483647, padding = 1073741823, dilation = 2147483647)"),
        model("image -> max_pool(2, stride = 2147483647, ceil = true)"),
        model("image -> avg_pool(1, padding = 0, stride = 2147483647, ceil = true)"),
        model("image -> conv: conv(1, kernel = 1, padding = 2147483647)"),
        model("image -> channel_pad(2147483647, 2147483647)"),
        model("image -> subsample(2147483647)"),
        "block A { return input -> A -> A } " + model("image -> A"),
        "block A { return input -> 1000 x B } block B { return input -> 1000 x C }"
            + " block C { return input -> 1000 x D } block D { return input } "
            + model("image -> A"),
        model("image" + " -> sequence { relu".repeat(N)),
        model("image" + " -> a{".repeat(N)),
        model(
            "image -> "
                + "for i in range(0, 99999) { ".repeat(5)
                + "if false { relu }"
                + "}".repeat(5)),
        model(doubled(40) + "image"),
        "block A(n) { return if n > 0 { input -> A(n - 1) -> A(n - 1) } else { input } } "
            + model("image -> A(40)"));
  }

  private static String model(String result) {
    return "model M { input image [3, 8, 8] " + result + " }";
  }

  /** Lists that double, by their elements and by their sums, and an error that describes them. */
  private static String doubled(int times) {
    StringBuilder text = new StringBuilder("a0 = [1] b0 = [1]");
    for (int i = 1; i <= times; i++) {
      text.append(" a%d = [a%d, a%d]".formatted(i, i - 1, i - 1));
      text.append(" b%d = b%d + b%d".formatted(i, i - 1, i - 1));
    }
    return text.append(" c = a%d + 1 ".formatted(times)).toString();
  }

  @ParameterizedTest
  @MethodSource("monsters")
  void survivesMonsters(String text) {
    answer(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"resnet.rn", "resnet-imagenet.rn", "resnet-cifar.rn", "zoo.rn"})
  void survivesMutations(String sample) throws IOException {
    String text = Files.readString(SampleModelsTest.MODELS.resolve(sample));
    Random random = new Random(1);
    for (int i = 0; i < 150; i++) {
      answer(mutated(text, random));
    }
  }

  @Test
  void survivesTruncation() throws IOException {
    String text = Files.readString(SampleModelsTest.MODELS.resolve("resnet-cifar.rn"));
    for (int end = 0; end < text.length(); end += 23) {
      answer(text.substring(0, end));
    }
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(mutated.length());
      int other = random.nextInt(mutated.length());
      int end = Math.min(mutated.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> mutated.delete(at, end);
        case 1 -> mutated.insert(other, mutated.substring(at, end));
        case 2 -> mutated.setCharAt(at, "(){}[]=->:,x0\"/*\n".charAt(random.nextInt(17)));
        default -> mutated.setCharAt(at, mutated.charAt(other));
      }
    }
    return mutated.toString();
  }

  private static void answer(String text) {
    assertTimeoutPreemptively(
        SOON,
        () -> {
          DiagnosticLog log = new DiagnosticLog();
          Optional<FrontEnd> frontEnd = FrontEnd.read(new SourceFile("hostile.rn", text), log);
          List<String> models =
              frontEnd.stream().flatMap(f -> f.models().stream()).map(ModelInfo::name).toList();
          Optional<Graph> graph =
              frontEnd.flatMap(found -> found.bind(models.stream().findFirst(), Map.of(), log));
          assertThat(graph.isPresent()).isNotEqualTo(log.hasErrors());
          assertThat(log.toString()).hasSizeLessThan(200_000);
        });
  }
}
