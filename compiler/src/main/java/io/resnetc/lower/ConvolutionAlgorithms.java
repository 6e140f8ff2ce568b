package io.resnetc.lower;

import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which algorithms can compute a convolution, and which of them is chosen. */
final class ConvolutionAlgorithms {
  private static final Set<Algorithm> REORDERING =
      Set.of(Algorithm.WINOGRAD_2, Algorithm.WINOGRAD_3, Algorithm.WINOGRAD_4);

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
    if (!isEven(window)) {
      return List.of(Algorithm.DIRECT);
    }
    if (window.kernelHeight() == 1 && window.strideHeight() == 1) {
      return List.of(Algorithm.POINTWISE);
    }
    return switch (Phases.of(window).taps()) {
      case 2 -> List.of(Algorithm.DIRECT, Algorithm.WINOGRAD_2);
      case 3 -> List.of(Algorithm.DIRECT, Algorithm.WINOGRAD_2, Algorithm.WINOGRAD_4);
      case 4 -> List.of(Algorithm.DIRECT, Algorithm.WINOGRAD_3);
      default -> List.of(Algorithm.DIRECT);
    };
  }

  private static boolean isAllowed(Algorithm algorithm, Numerics numerics) {
    return numerics == Numerics.FAST || !REORDERING.contains(algorithm);
  }

  /** The same kernel and stride along both axes, and no dilation. */
  private static boolean isEven(Window window) {
    return window.kernelHeight() == window.kernelWidth()
        && window.strideHeight() == window.strideWidth()
        && window.dilationHeight() == 1
        && window.dilationWidth() == 1;
  }
}
