package io.resnetc.onnx.read;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.testing.OnnxRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.provider.Arguments;

/** A small model whose result {@code y} our compiler and ONNX Runtime must agree on. */
final class OperatorCase {
  private OperatorCase() {}

  static Arguments row(String name, UnaryOperator<TinyModel> model) {
    return Arguments.of(name, model);
  }

  /** Runs both on the same random inputs. */
  static void assertMeansTheSame(String name, UnaryOperator<TinyModel> build) {
    ModelProto model = build.apply(new TinyModel()).output("y");
    List<Tensor> inputs = inputs(model);
    Tensor expected = OnnxRuntime.run(model.toByteArray(), inputs, "y");
    assertThat(new BackendCase(model, inputs, expected).run()).as(name).startsWith("passed");
  }

  private static List<Tensor> inputs(ModelProto model) {
    Random random = new Random(1);
    List<Tensor> inputs = new ArrayList<>();
    for (ValueInfoProto input : model.getGraph().getInputList()) {
      List<Integer> dims =
          input.getType().getTensorType().getShape().getDimList().stream()
              .map(dim -> (int) dim.getDimValue())
              .toList();
      float[] values = new float[Dimensions.elements(dims)];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextFloat() * 2 - 1;
      }
      inputs.add(new Tensor(values, dims));
    }
    return inputs;
  }
}
