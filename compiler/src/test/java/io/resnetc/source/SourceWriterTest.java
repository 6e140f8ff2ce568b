package io.resnetc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.resnetc.ir.Graph;
import io.resnetc.ir.text.IrParser;
import io.resnetc.testing.Samples;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Graphs printed as source text, and read again. */
class SourceWriterTest {
  @Test
  void printsChainsOfStepsAndNamesWhatIsUsedTwice() {
    String text =
        SourceWriter.print(
            IrParser.parse(
                """
                graph Tiny {
                  %0 = input image : [3, 8, 8] {std = [0.5, 0.5, 0.5]}
                  %1 = conv2d %0, weight = @conv1.weight[4, 3, 3, 3], bias = @conv1.bias[4], kernel = 3, padding = 1 : [4, 8, 8] @ "conv1" -:0:0
                  %2 = relu %1 : [4, 8, 8]
                  %3 = conv2d %2, weight = @layer1.0.conv.weight[4, 2, 1, 3], kernel = [1, 3], padding = [0, 1], groups = 2 : [4, 8, 8] @ "layer1.0.conv" -:0:0
                  %4 = add %3, %2 : [4, 8, 8]
                  %5 = clip %4, low = 0, high = 6 : [4, 8, 8]
                  %6 = concat %5, %2 : [8, 8, 8]
                  %7 = global_avg_pool %6 : [8, 1, 1]
                  %8 = flatten %7 : [8]
                  return %8
                }
                """));
    assertThat(text)
        .isEqualTo(
            """
            model Tiny {
              input image [3, 8, 8] {
                std = [0.5, 0.5, 0.5]
              }
              relu1 = image -> conv1: conv(4, 3, padding = 1, bias = true) -> relu
              layer1_0_conv = relu1 -> layer1.0.conv: conv(4, [1, 3], padding = [0, 1], groups = 2)
              clip1 = layer1_0_conv + relu1 -> clip(0, 6)
              return concat([clip1, relu1]) -> global_avg_pool -> flatten
            }
            """);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "resnet.rn, ResNet18",
    "resnet.rn, ResNet152",
    "resnet-cifar.rn, ResNet20P",
    "resnet-imagenet.rn, resnext50_32x4d",
    "zoo.rn, VGG16",
    "zoo.rn, SENet18",
    "densenet.rn, densenet121",
  })
  void aSampleModelBindsAgain(String file, String model) {
    SourceText.assertBindsAgain(Samples.graph(file, model, Map.of()));
  }

  /** Paths as sequences and trunks have them, each for a value that is used twice. */
  @Test
  void everyPathBecomesAName() {
    String text =
        """
        graph Paths {
          %0 = input image : [3, 8, 8]
          %1 = relu %0 : [3, 8, 8] @ "0" -:0:0
          %2 = add %1, %1 : [3, 8, 8]
          %3 = relu %2 : [3, 8, 8] @ "trunk.block1-0.2" -:0:0
          %4 = add %3, %3 : [3, 8, 8]
          %5 = relu %4 : [3, 8, 8] @ "for" -:0:0
          %6 = add %5, %5 : [3, 8, 8]
          return %6
        }
        """;
    Graph graph = IrParser.parse(text);
    assertThat(SourceWriter.print(graph)).contains("_0 =", "trunk_block1_0_2 =", "-> for: relu");
    SourceText.assertBindsAgain(graph);
  }

  @Test
  void everyOperatorBindsAgain() {
    SourceText.assertBindsAgain(
        IrParser.parse(
            """
            graph Every {
              %0 = input image : [4, 9, 9] {scale = 1, mean = [0, 0.25, 0, 0], resize = 12, labels = ["a \\"b\\"", "c", "d", "e", "f", "g"]}
              %1 = prelu %0, slope = @p.weight[4] : [4, 9, 9] @ "p" -:0:0
              %2 = prelu %1, slope = @q.weight[1] : [4, 9, 9] @ "q" -:0:0
              %3 = scale_shift %2, scale = fill(0.5)[4], shift = @s.bias[4] : [4, 9, 9] @ "s" -:0:0
              %4 = batch_norm %3, bn = @bn[4] eps 0.001 : [4, 9, 9] @ "bn" -:0:0
              %5 = multiply %4, %3 : [4, 9, 9]
              %6 = subtract %5, %3 : [4, 9, 9]
              %7 = divide %6, %4 : [4, 9, 9]
              %8 = leaky_relu %7, slope = 0.2 : [4, 9, 9]
              %9 = sigmoid %8 : [4, 9, 9]
              %10 = hard_sigmoid %9, alpha = 0.2, beta = -0.5 : [4, 9, 9]
              %11 = swish %10 : [4, 9, 9]
              %12 = hard_swish %11 : [4, 9, 9]
              %13 = tanh %12 : [4, 9, 9]
              %14 = pad %13, padding = [1, 2, 0, 0], value = -1.5 : [4, 10, 11]
              %15 = channel_slice %14, from = 1, to = 3 : [2, 10, 11]
              %16 = channel_pad %15, before = 1, after = 3 : [6, 10, 11]
              %17 = channel_shuffle %16, groups = 3 : [6, 10, 11]
              %18 = max_pool %17, kernel = 3, stride = 2, padding = 1, dilation = 2, ceil : [6, 5, 5]
              %19 = avg_pool %18, kernel = 2, stride = 2, count_include_pad = false : [6, 2, 2]
              %20 = subsample %19, stride = 2 : [6, 1, 1]
              %21 = global_max_pool %20 : [6, 1, 1]
              %22 = flatten %21 : [6]
              %23 = linear %22, weight = @fc.weight[6, 6] : [6] @ "fc" -:0:0
              %24 = softmax %23 : [6]
              %25 = log_softmax %24 : [6]
              return %25
            }
            """));
  }

  @Test
  void anEpilogueHasNoSource() {
    assertThatThrownBy(
            () ->
                SourceWriter.print(
                    IrParser.parse(
                        """
                        graph Fused {
                          %0 = input image : [3, 8, 8]
                          %1 = add %0, %0, relu : [3, 8, 8]
                          return %1
                        }
                        """)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("add with an epilogue has no source text");
  }
}
