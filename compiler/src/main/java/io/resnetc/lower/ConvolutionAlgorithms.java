package io.resnetc.lower;

import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which algorithms can compute a convolution, and which of them is chosen. */
final class ConvolutionAlgorithms {
  private static final Set<Algorithm> REORDERING =
      Set.of(
          Algorithm.WINOGRAD_1X2,
          Algorithm.WINOGRAD_2,
          Algorithm.WINOGRAD_3,
          Algorithm.WINOGRAD_4,
          Algorithm.WINOGRAD_4_COMPACT,
          Algorithm.STRASSEN);

  /** What Strassen's algorithm needs of outputs and inputs: two panels, and two vectors. */
  private static final int STRASSEN_OUTPUTS = 64;

  private static final int STRASSEN_INPUTS = 32;

  private ConvolutionAlgorithms() {}

  /** What is forced and possible, else what {@link ConvolutionCost} says is fastest. */
  static Algorithm choose(ConvolutionCost cost, String path, LoweringOptions options) {
    List<Algorithm> possible = possible(cost.conv(), cost.x());
    checkPossible(path, options.forced().get(path), possible);
    Optional<Algorithm> forced = options.forced(path).filter(possible::contains);
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
      return suitsStrassen(conv, x)
          ? List.of(Algorithm.POINTWISE, Algorithm.STRASSEN)
          : List.of(Algorithm.POINTWISE);
    }
    if (window.kernelHeight() == 3 && window.strideHeight() == 1) {
      return Stream.of(
              Algorithm.DIRECT,
              Algorithm.WINOGRAD_1X2,
              Algorithm.WINOGRAD_2,
              Algorithm.WINOGRAD_4,
              Algorithm.WINOGRAD_4_COMPACT)
          .filter(form -> form != Algorithm.WINOGRAD_1X2 || hasEvenLines(window, x))
          .toList();
    }
    return switch (Phases.of(window).taps()) {
      case 2, 3 -> List.of(Algorithm.DIRECT, Algorithm.WINOGRAD_2, Algorithm.WINOGRAD_4);
      case 4 -> List.of(Algorithm.DIRECT, Algorithm.WINOGRAD_3);
      default -> List.of(Algorithm.DIRECT);
    };
  }

  /** Results are taken in pairs of neighbours on a line. */
  private static boolean hasEvenLines(Window window, Shape x) {
    return window.outputWidth(x.width(), false) % 2 == 0;
  }

  /** Pixels are taken in pairs of neighbours on a line. */
  private static boolean suitsStrassen(Conv2d conv, Shape x) {
    return conv.window().padding().equals(Padding.NONE)
        && x.width() % 2 == 0
        && conv.outChannels() % STRASSEN_OUTPUTS == 0
        && x.channels() % STRASSEN_INPUTS == 0;
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
