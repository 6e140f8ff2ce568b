package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryCommandTest extends CommandLineTest {
  @Test
  void listsEveryLayerInAlignedColumns() {
    Result result = run("summary", model);
    assertThat(result.code()).isZero();
    List<String> lines = result.out().lines().toList();
    assertThat(lines.get(0))
        .matches("path +operator +output +parameters +multiply-adds +algorithm");
    int column = lines.get(0).indexOf("output");
    assertThat(lines.stream().filter(line -> line.startsWith("conv1")).findFirst())
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .satisfies(row -> assertThat(row.substring(column)).startsWith("[3, 4, 4]"))
                    .matches("conv1 +conv2d 1x1 \\+ relu +\\[3, 4, 4] +15 +144 +\\S.*"));
    assertThat(result.out()).containsPattern("fc +linear +\\[3] +12 +9 ");
    assertThat(result.out()).containsPattern("total +27 +153");
  }

  @Test
  void asksWhichModelIsMeant() throws Exception {
    Result result = run("summary", write("two.rn", TINY + TINY.replace("Tiny", "Other")));
    assertThat(result.code()).isOne();
    assertThat(result.err()).contains("several models", "'Tiny', 'Other'");
  }
}
