package io.resnetc.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.bind.FrontEnd;
import io.resnetc.bind.ModelInfo;
import io.resnetc.diag.DiagnosticLog;
import io.resnetc.driver.Bill;
import io.resnetc.driver.CompileRequest;
import io.resnetc.driver.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The arena of every sample model beside the least that any plan needs. */
class SampleArenasTest {
  private static final Path MODELS =
      Path.of(System.getProperty("resnetc.root"), "samples", "models");

  static Stream<Arguments> models() throws IOException {
    try (Stream<Path> files = Files.list(MODELS)) {
      List<Path> sources = files.sorted().toList();
      return sources.stream()
          .flatMap(
              file ->
                  FrontEnd.read(file, new DiagnosticLog()).orElseThrow().models().stream()
                      .map(ModelInfo::name)
                      .map(model -> Arguments.of(file.getFileName().toString(), model)));
    }
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("models")
  void isWithinATenthOfTheLowerBound(String file, String model) throws Exception {
    CompileRequest request = CompileRequest.of(MODELS.resolve(file)).withModel(model);

    Bill bill = new Compiler().compile(request).bill();

    assertThat(bill.arenaBytes()).isBetween(bill.liveBytes(), bill.liveBytes() * 11 / 10);
  }
}
