package io.resnetc.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.resnetc.ir.Graph;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Window;
import io.resnetc.testing.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The choice of an algorithm for each convolution. */
class ConvolutionAlgorithmsTest {
  private static final LoweringOptions FAST = new LoweringOptions(Numerics.FAST, 1, Map.of());

  private final Graph graph = Samples.graph("resnet.rn", "ResNet18", Map.of());

  @Test
  void strictNumericsHaveNoWinograd() {
    LoweringOptions strict = new LoweringOptions(Numerics.STRICT, 1, Map.of());
    assertThat(algorithms(strict))
        .doesNotContain(
            Algorithm.WINOGRAD_1X2,
            Algorithm.WINOGRAD_2,
            Algorithm.WINOGRAD_3,
            Algorithm.WINOGRAD_4,
            Algorithm.WINOGRAD_4_COMPACT);
    Shape map = Shape.image(1024, 14, 14);
    Conv2d conv = conv(256, 1024, Window.square(1, 1, 0));
    assertThat(choice(conv, map, Shape.image(256, 14, 14), false, strict))
        .isEqualTo(Algorithm.POINTWISE);
  }

  @Test
  void largeMapsAreComputedByWinogradsAlgorithm() {
    assertThat(algorithm("layer1.0.conv1", FAST)).isEqualTo(Algorithm.WINOGRAD_4);
  }

  @Test
  void stridesOfTwoAreWhereWeightsAreReadOftenEnough() {
    assertThat(algorithm("layer2.0.conv1", FAST)).isEqualTo(Algorithm.WINOGRAD_4);
    assertThat(algorithm("layer3.0.conv1", FAST)).isEqualTo(Algorithm.WINOGRAD_2);
    assertThat(algorithm("layer4.0.conv1", FAST)).isEqualTo(Algorithm.DIRECT);
    assertThat(algorithm("layer4.0.conv1", FAST.withBatch(8))).isEqualTo(Algorithm.WINOGRAD_2);
  }

  @Test
  void threeChannelsAreNotWorthATransformation() {
    assertThat(algorithm("conv1", FAST)).isEqualTo(Algorithm.DIRECT);
  }

  @Test
  void thoseOfALargeKernelAre() {
    Conv2d conv = conv(64, 3, Window.square(7, 2, 3));
    Shape x = Shape.image(3, 224, 224);
    Shape y = Shape.image(64, 112, 112);
    assertThat(choice(conv, x, y, false, FAST)).isEqualTo(Algorithm.WINOGRAD_3);
  }

  @ParameterizedTest
  @CsvSource({
    // kernel, stride, algorithms
    "1, 2, direct",
    "2, 1, direct winograd-2 winograd-4",
    "3, 1, direct winograd-1x2 winograd-2 winograd-4 winograd-4-compact",
    "3, 2, direct winograd-2 winograd-4",
    "3, 3, direct",
    "4, 1, direct winograd-3",
    "4, 2, direct winograd-2 winograd-4",
    "5, 1, direct",
    "5, 2, direct winograd-2 winograd-4",
    "6, 2, direct winograd-2 winograd-4",
    "7, 2, direct winograd-3",
    "8, 2, direct winograd-3",
    "9, 2, direct",
    "11, 4, direct winograd-2 winograd-4"
  })
  void aKernelOfTwoToFourTimesItsStrideHasAWinogradForm(int kernel, int stride, String keys) {
    Conv2d conv = conv(8, 4, Window.square(kernel, stride, 1));
    assertThat(ConvolutionAlgorithms.possible(conv, Shape.image(4, 32, 32)))
        .extracting(Algorithm::key)
        .containsExactly(keys.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    // outputs, inputs, height, width, padding, algorithms
    "64, 32, 5, 6, 0, pointwise strassen",
    "64, 32, 6, 5, 0, pointwise",
    "64, 32, 6, 6, 1, pointwise",
    "96, 32, 6, 6, 0, pointwise",
    "64, 48, 6, 6, 0, pointwise"
  })
  void strassensAlgorithmTakesPairsOfPixelsAndWholePanels(
      int outputs, int inputs, int height, int width, int padding, String keys) {
    Conv2d conv = conv(outputs, inputs, Window.square(1, 1, padding));
    assertThat(ConvolutionAlgorithms.possible(conv, Shape.image(inputs, height, width)))
        .extracting(Algorithm::key)
        .containsExactly(keys.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    // outputs, inputs, rows and columns, residual, batch, algorithm
    "128, 512, 28, false, 1, strassen",
    "128, 256, 56, false, 1, strassen",
    "256, 1024, 14, false, 1, strassen",
    "64, 256, 56, false, 1, pointwise",
    "512, 128, 28, false, 1, pointwise",
    "1024, 256, 14, true, 1, pointwise",
    "512, 512, 14, false, 1, strassen",
    "256, 1024, 8, false, 1, strassen",
    "1024, 256, 8, true, 8, pointwise",
    "512, 2048, 4, false, 1, pointwise"
  })
  void strassensAlgorithmIsForManyInputsAndFewerWeightsThanPixels(
      int outputs, int inputs, int size, boolean hasResidual, int batch, String key) {
    Conv2d conv = conv(outputs, inputs, Window.square(1, 1, 0));
    Shape x = Shape.image(inputs, size, size);
    Shape y = Shape.image(outputs, size, size);
    assertThat(choice(conv, x, y, hasResidual, FAST.withBatch(batch)).key()).isEqualTo(key);
  }

  private static Algorithm choice(
      Conv2d conv, Shape x, Shape y, boolean hasResidual, LoweringOptions options) {
    ConvolutionCost cost = new ConvolutionCost(conv, x, y, hasResidual, options.batch());
    return ConvolutionAlgorithms.choose(cost, "conv1", options);
  }

  private static Conv2d conv(int outputs, int inputs, Window window) {
    List<Integer> dims = List.of(outputs, inputs, window.kernelHeight(), window.kernelWidth());
    return new Conv2d(new ParamExpr.Named("w", dims), Optional.empty(), window, 1, Activation.NONE);
  }

  @Test
  void compactWeightsAreForMapsOfFourTiles() {
    assertThat(algorithm("layer2.1.conv1", FAST)).isEqualTo(Algorithm.WINOGRAD_4);
    assertThat(algorithm("layer3.1.conv1", FAST)).isEqualTo(Algorithm.WINOGRAD_4_COMPACT);
    assertThat(algorithm("layer4.1.conv1", FAST)).isEqualTo(Algorithm.WINOGRAD_1X2);
    Conv2d conv = conv(512, 512, Window.square(3, 1, 1));
    Shape map = Shape.image(512, 7, 7);
    assertThat(choice(conv, map, map, false, FAST)).isEqualTo(Algorithm.WINOGRAD_4_COMPACT);
    conv = conv(256, 256, Window.square(3, 1, 1));
    map = Shape.image(256, 14, 14);
    assertThat(choice(conv, map, map, false, FAST)).isEqualTo(Algorithm.WINOGRAD_4);
  }

  @Test
  void imagesOfLargeMapsDoNotShareTheReadingOfWeights() {
    Conv2d conv = conv(256, 256, Window.square(3, 2, 1));
    Shape x = Shape.image(256, 28, 28);
    Shape y = Shape.image(256, 14, 14);
    assertThat(choice(conv, x, y, false, FAST.withBatch(8))).isEqualTo(Algorithm.WINOGRAD_2);
    x = Shape.image(256, 16, 16);
    y = Shape.image(256, 8, 8);
    assertThat(choice(conv, x, y, false, FAST)).isEqualTo(Algorithm.WINOGRAD_2);
    assertThat(choice(conv, x, y, false, FAST.withBatch(8))).isEqualTo(Algorithm.WINOGRAD_4);
  }

  @Test
  void wholeWeightsAreReadOftenEnoughInBatches() {
    LoweringOptions batches = FAST.withBatch(8);
    assertThat(algorithm("layer3.1.conv1", batches)).isEqualTo(Algorithm.WINOGRAD_4);
    assertThat(algorithm("layer4.1.conv1", batches)).isEqualTo(Algorithm.WINOGRAD_4_COMPACT);
    assertThat(algorithms(FAST.withBatch(1000))).isEqualTo(algorithms(FAST.withBatch(8)));
  }

  @Test
  void aLayersOwnChoiceComesBeforeThatOfAll() {
    LoweringOptions forced =
        new LoweringOptions(
            Numerics.STRICT,
            1,
            Map.of("", Algorithm.WINOGRAD_2, "layer1.0.conv1", Algorithm.DIRECT));
    assertThat(algorithm("layer1.0.conv1", forced)).isEqualTo(Algorithm.DIRECT);
    assertThat(algorithm("layer1.0.conv2", forced)).isEqualTo(Algorithm.WINOGRAD_2);
    assertThat(algorithm("layer2.0.shortcut.0", forced)).isEqualTo(Algorithm.DIRECT);
  }

  @Test
  void whatALayerCannotDoIsRefused() {
    Map<String, Algorithm> strided = Map.of("layer2.0.conv1", Algorithm.WINOGRAD_3);
    assertThatThrownBy(() -> algorithms(new LoweringOptions(Numerics.FAST, 1, strided)))
        .isInstanceOf(UnsuitableAlgorithmException.class)
        .hasMessage(
            "'layer2.0.conv1' cannot be computed by winograd-3; it can by direct, winograd-2, winograd-4");
  }

  @Test
  void aLayerThatIsNotThereIsNamed() {
    Map<String, Algorithm> unknown = Map.of("layer9", Algorithm.DIRECT);
    assertThatThrownBy(() -> algorithms(new LoweringOptions(Numerics.FAST, 1, unknown)))
        .isInstanceOf(UnsuitableAlgorithmException.class)
        .hasMessageContaining("'layer9'");
  }

  @Test
  void aBillNamesTheFormWithTheTapsOfAPhase() {
    assertThat(step("layer1.0.conv1", FAST).algorithmText()).isEqualTo("Winograd F(4x4, 3x3)");
    assertThat(step("layer2.0.conv1", FAST).algorithmText()).isEqualTo("Winograd F(4x4, 2x2)");
    assertThat(step("layer2.0.shortcut.0", FAST).algorithmText()).isEqualTo("register tiles");
  }

  private List<Algorithm> algorithms(LoweringOptions options) {
    return Lowering.lower(graph, options).steps().stream().map(Step::algorithm).toList();
  }

  private Algorithm algorithm(String path, LoweringOptions options) {
    return step(path, options).algorithm();
  }

  private Step step(String path, LoweringOptions options) {
    return Lowering.lower(graph, options).steps().stream()
        .filter(step -> step.node().origin().path().equals(path))
        .findFirst()
        .orElseThrow();
  }
}
