package io.resnetc.onnx.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.resnetc.bind.FrontEnd;
import io.resnetc.diag.DiagnosticLog;
import io.resnetc.driver.BoundParameters;
import io.resnetc.ir.Graph;
import io.resnetc.pass.Pipeline;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.runtime.weights.Weights;
import io.resnetc.testing.GeneratedNetwork;
import io.resnetc.testing.OnnxRuntime;
import io.resnetc.testing.RecipeWeights;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ONNX Runtime's logits of each sample model, as written and optimised, and our class's agree. */
class SampleModelsTest {
  private static final Path MODELS =
      Path.of(System.getProperty("resnetc.root"), "samples", "models");
  private static final double TOLERANCE = 1e-4;

  // Of the deep networks for large images one of each kind: the others take long to run.
  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "resnet.rn, ResNet18",
    "resnet.rn, ResNet34",
    "resnet.rn, ResNet50",
    "resnet.rn, ResNet101",
    "resnet.rn, ResNet152",
    "resnet-cifar.rn, ResNet20",
    "resnet-cifar.rn, ResNet32",
    "resnet-cifar.rn, ResNet44",
    "resnet-cifar.rn, ResNet56",
    "resnet-cifar.rn, ResNet110",
    "resnet-cifar.rn, ResNet20P",
    "resnet-imagenet.rn, resnet18",
    "resnet-imagenet.rn, resnet50",
    "resnet-imagenet.rn, resnext50_32x4d",
    "zoo.rn, VGG16",
    "zoo.rn, PreActResNet18",
    "zoo.rn, SENet18",
    "zoo.rn, ResNeXt29_2x64d",
    "zoo.rn, MobileNetV2",
    "zoo.rn, squeezenet1_1",
    "mobilenet.rn, mobilenet_v2",
    "mobilenet.rn, mobilenet_v3_small",
    "densenet.rn, densenet121",
    "inception.rn, googlenet",
    "inception.rn, inception_v3",
    "efficientnet.rn, efficientnet_b0",
  })
  void onnxRuntimeAgrees(String file, String model) {
    Graph graph = load(MODELS.resolve(file), model);
    Graph optimized = Pipeline.standard().run(graph);
    RecipeWeights recipe = new RecipeWeights(1);
    float[] images = recipe.images(graph, 1);
    Map<String, Tensor> weights = recipe.tensors(graph);
    BoundParameters parameters = BoundParameters.bind(graph, Weights.of(weights));

    float[] plain = OnnxRuntime.run(graph, parameters, images);
    assertClose("the optimised export", OnnxRuntime.run(optimized, parameters, images), plain);
    assertClose("our class", GeneratedNetwork.load(optimized, weights).run(images), plain);
  }

  private static Graph load(Path file, String model) {
    DiagnosticLog log = new DiagnosticLog();
    return FrontEnd.load(file, Optional.of(model), Map.of(), log).orElseThrow();
  }

  private static void assertClose(String what, float[] actual, float[] expected) {
    float largest = 0;
    for (float logit : expected) {
      largest = Math.max(largest, Math.abs(logit));
    }
    assertThat(actual).as(what).containsExactly(expected, within((float) (TOLERANCE * largest)));
  }
}
