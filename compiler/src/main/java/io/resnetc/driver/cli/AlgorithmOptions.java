package io.resnetc.driver.cli;

import io.resnetc.driver.CompileRequest;
import io.resnetc.lower.Algorithm;
import io.resnetc.lower.LoweringOptions;
import io.resnetc.lower.Numerics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What the user has to say about the choice of algorithms. */
final class AlgorithmOptions {
  private static final List<Algorithm> CHOICES =
      List.of(
          Algorithm.DIRECT,
          Algorithm.WINOGRAD_1X2,
          Algorithm.WINOGRAD_2,
          Algorithm.WINOGRAD_3,
          Algorithm.WINOGRAD_4,
          Algorithm.WINOGRAD_4_COMPACT,
          Algorithm.POINTWISE,
          Algorithm.STRASSEN);

  @Option(
      names = "--numerics",
      paramLabel = "fast|strict",
      description =
          "strict: every output is the plain sum of its products. fast, the default: also Winograd's"
              + " and Strassen's algorithms where they are faster.")
  private String numerics = "fast";

  @Option(
      names = "--algorithm",
      paramLabel = "[LAYER=]NAME",
      description =
          "Compute a convolution, or all that can be, so: direct, winograd-1x2, winograd-2,"
              + " winograd-3, winograd-4, winograd-4-compact, pointwise or strassen. May be repeated.")
  private List<String> algorithms = List.of();

  @Option(
      names = "--batch",
      paramLabel = "N",
      description =
          "Choose algorithms for batches of N images, which share each reading of the weights; 1 is"
              + " the default. Any number of images runs all the same.")
  private int batch = 1;

  /**
   * @throws ParameterException when an option names what does not exist
   */
  CompileRequest apply(CompileRequest request, CommandSpec spec) {
    if (batch < 1) {
      throw new ParameterException(spec.commandLine(), "--batch takes a number from 1");
    }
    Map<String, Algorithm> forced = new LinkedHashMap<>();
    for (String choice : algorithms) {
      int equals = choice.lastIndexOf('=');
      String layer = equals < 0 ? "" : choice.substring(0, equals);
      forced.put(layer, algorithm(choice.substring(equals + 1), spec));
    }
    return request.withLowering(new LoweringOptions(numerics(spec), batch, forced));
  }

  private Numerics numerics(CommandSpec spec) {
    return Numerics.of(numerics)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "--numerics is fast or strict, not '" + numerics + "'"));
  }

  private static Algorithm algorithm(String key, CommandSpec spec) {
    String keys = CHOICES.stream().map(Algorithm::key).collect(Collectors.joining(", "));
    return CHOICES.stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "no algorithm is called '%s'; there are %s".formatted(key, keys)));
  }
}
