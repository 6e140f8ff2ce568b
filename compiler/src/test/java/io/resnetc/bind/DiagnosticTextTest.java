package io.resnetc.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.SourceFile;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Diagnostics as a user reads them. */
class DiagnosticTextTest {
  @Test
  void tellsHowBothSidesOfASumCameAbout() {
    assertThat(
            report(
                """
                block Basic(width, stride) {
                  main = input -> conv1: conv(width, kernel = 3, stride = stride, padding = 1)
                               -> bn1: batch_norm
                  return main + input -> relu
                }
                block Stage(n) {
                  return input -> n x Basic(16, 2)
                }
                model M {
                  input image [3, 8, 8]
                  image -> stem: conv(16, kernel = 1) -> layer: Stage(2)
                }
                """))
        .isEqualTo(
            """
            net.rn:4:15: error: cannot add [16, 4, 4] and [16, 8, 8]
                return main + input -> relu
                            ^
            net.rn:3:19: note: the left side is [16, 4, 4], from 'layer.0.bn1' (batch_norm)
            net.rn:2:19: note: 'layer.0.conv1' (conv2d) makes [16, 4, 4] of [16, 8, 8]
            net.rn:11:12: note: 'stem' (conv2d) makes [16, 8, 8] of [3, 8, 8]
            net.rn:11:12: note: the right side is [16, 8, 8], from 'stem' (conv2d)
            net.rn:7:23: note: in layer.0 (Basic), called from here
            net.rn:11:49: note: in layer (Stage), called from here
            """);
  }

  @Test
  void pointsAtTheFirstUseOfALabel() {
    assertThat(
            report(
                """
                model M {
                  input image [3, 8, 8]
                  image -> conv1: conv(8, kernel = 1)
                        -> conv1: conv(8, kernel = 1)
                }
                """))
        .isEqualTo(
            """
            net.rn:4:12: error: label 'conv1' is used twice
                      -> conv1: conv(8, kernel = 1)
                         ^~~~~
            net.rn:3:12: note: the first use of 'conv1'
            """);
  }

  @Test
  void reportsAllThatIsMisspelt() {
    assertThat(
            report(
                """
                modell Unused { }
                block Bottleneck(width) {
                  return input -> conv1: conv(width, kernal = 1)
                }
                model M {
                  input image [3, 8, 8]
                  image -> layer1: 2 x Botleneck(64) -> max_pol(2)
                }
                """))
        .isEqualTo(
            """
            net.rn:1:8: error: expected '=', found 'Unused'
              modell Unused { }
                     ^~~~~~
            did you mean 'model'?
            """);
    assertThat(
            report(
                """
                block Bottleneck(width) {
                  return input -> conv1: conv(width, kernel = 1, strid = 2)
                }
                model M {
                  input image [3, 8, 8]
                  image -> layer1: 2 x Botleneck(64) -> max_pol(2)
                }
                """))
        .isEqualTo(
            """
            net.rn:2:50: error: unknown argument 'strid' of 'conv'
                return input -> conv1: conv(width, kernel = 1, strid = 2)
                                                               ^~~~~
            did you mean 'stride'?
            net.rn:6:24: error: unknown block 'Botleneck'
                image -> layer1: 2 x Botleneck(64) -> max_pol(2)
                                     ^~~~~~~~~
            did you mean 'Bottleneck'?
            net.rn:6:41: error: unknown operator 'max_pol'
                image -> layer1: 2 x Botleneck(64) -> max_pol(2)
                                                      ^~~~~~~
            did you mean 'max_pool'?
            """);
  }

  @Test
  void findsTheMisspeltWordBeforeTheError() {
    assertThat(report("block A {\n  retrun input -> relu\n}\n"))
        .isEqualTo(
            """
            net.rn:2:10: error: expected '}' after the result, found 'input'
                retrun input -> relu
                       ^~~~~
            did you mean 'return'?
            net.rn:2:3: note: the result begins here
            """);
  }

  @Test
  void saysWhatAnUnfinishedFileLeftOpen() {
    assertThat(report("model M {\n  input image [3, 8, 8]\n  image -> conv1: conv(64,\n"))
        .isEqualTo(
            """
            net.rn:4:1: error: unexpected end: '(' is never closed
             \s
              ^
            net.rn:3:23: note: '(' was opened here
            """);
  }

  @Test
  void pointsAtTheBeginningOfAnOpenComment() {
    assertThat(report("model M {\n  /* input image\n}\n"))
        .isEqualTo(
            """
            net.rn:2:3: error: the comment is never closed
                /* input image
                ^~
            """);
  }

  private static String report(String text) {
    DiagnosticLog log = new DiagnosticLog();
    FrontEnd.read(new SourceFile("net.rn", text), log)
        .flatMap(frontEnd -> frontEnd.bind(Optional.empty(), Map.of(), log));
    return log.toString();
  }
}
