package io.resnetc.lower;

import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which algorithms can compute a convolution, and which of them is chosen. */
final class ConvolutionAlgorithms {
  private ConvolutionAlgorithms() {}

  /** What is forced and possible, else what {@link ConvolutionCost} says is fastest. */
  static Algorithm choose(Conv2d conv, Shape x, Shape y, String path, LoweringOptions options) {
    List<Algorithm> possible = possible(conv, x);
    checkPossible(path, options.forced().get(path), possible);
    Optional<Algorithm> forced = options.forced(path).filter(possible::contains);
    ConvolutionCost cost = new ConvolutionCost(conv, x, y, options.batch());
    return forced.orElseGet(
        () ->
            possible.stream()
                .filter(algorithm -> isAllowed(algorithm, options.numerics()))
                .min(Comparator.comparingDouble(cost::of))
                .orElseThrow());
  }

  private static void checkPossible(String path, Algorithm forced, List<Algorithm> possible) {
    if (!path.isEmpty() && forced != null && !possible.contains(forced)) {
      String keys = possible.stream().map(Algorithm::key).collect(Collectors.joining(", "));
      throw new UnsuitableAlgorithmException(
          "'%s' cannot be computed by %s; it can by %s".formatted(path, forced.key(), keys));
    }
  }

  /** The direct form first. */
  static List<Algorithm> possible(Conv2d conv, Shape x) {
    Window window = conv.window();
    if (conv.groups() > 1) {
      return List.of(conv.groups() == x.channels() ? Algorithm.DEPTHWISE : Algorithm.GROUPED);
    }
    if (isPlain(window, 1)) {
      return List.of(Algorithm.POINTWISE);
    }
    return isPlain(window, 3)
        ? List.of(Algorithm.DIRECT, Algorithm.WINOGRAD_2, Algorithm.WINOGRAD_4)
        : List.of(Algorithm.DIRECT);
  }

  private static boolean isAllowed(Algorithm algorithm, Numerics numerics) {
    boolean reorders = algorithm == Algorithm.WINOGRAD_2 || algorithm == Algorithm.WINOGRAD_4;
    return numerics == Numerics.FAST || !reorders;
  }

  /** A square kernel of stride 1 without dilation. */
  private static boolean isPlain(Window window, int kernel) {
    return window.kernelHeight() == kernel
        && window.kernelWidth() == kernel
        && window.strideHeight() == 1
        && window.strideWidth() == 1
        && window.dilationHeight() == 1
        && window.dilationWidth() == 1;
  }
}
