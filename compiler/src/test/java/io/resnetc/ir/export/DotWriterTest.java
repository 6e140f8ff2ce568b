package io.resnetc.ir.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.ir.text.IrParser;
import org.junit.jupiter.api.Test;

class DotWriterTest {
  @Test
  void drawsBlocksAsFrames() {
    String dot =
        DotWriter.write(
            IrParser.parse(
                """
                graph Tiny {
                  %0 = input image : [3, 8, 8]
                  %1 = conv2d %0, weight = @b.conv1.weight[4, 3, 3, 3], kernel = 3, relu \
                @ "conv1" in Basic "b" tiny.rn:2:3
                  %2 = add %1, %1 @ in Basic "b" tiny.rn:3:3
                  return %2
                }
                """));
    assertThat(dot)
        .isEqualTo(
            """
            digraph "Tiny" {
              node [shape=box, style="rounded,filled", fillcolor=white, fontname=Helvetica];
              edge [fontname=Helvetica, fontsize=10];
              n0 [label="%0 input"];
              subgraph cluster_1 {
                label="b (Basic)"; color=gray; fontname=Helvetica;
                n1 [label="%1 conv2d\\nconv1\\nkernel = 3, relu"];
                n2 [label="%2 add"];
              }
              n0 -> n1 [label="[3, 8, 8]"];
              n1 -> n2 [label="[4, 6, 6]"];
              n1 -> n2 [label="[4, 6, 6]"];
              output [shape=plaintext, style=""];
              n2 -> output [label="[4, 6, 6]"];
            }
            """);
  }
}
