package io.resnetc.ir.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.resnetc.ir.op.ParamExpr.Named;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What operators say about themselves beside their shapes. */
class OpTest {
  @Test
  void onlyProductsOfMatricesCountAsMultiplyAdds() {
    Conv2d conv =
        new Conv2d(
            new Named("w", List.of(8, 2, 3, 3)),
            Optional.empty(),
            Window.square(3, 1, 1),
            2,
            Activation.NONE);
    Linear linear = new Linear(new Named("w", List.of(10, 512)), Optional.empty(), Activation.NONE);
    Shape image = Shape.image(4, 5, 6);
    assertThat(conv.multiplyAdds(List.of(image))).isEqualTo(8L * 2 * 3 * 3 * 5 * 6);
    assertThat(linear.multiplyAdds(List.of(Shape.vector(512)))).isEqualTo(5120);
    assertThat(new Relu().multiplyAdds(List.of(image))).isZero();
  }

  @Test
  void anActivationIsAClamp() {
    assertThat(Activation.RELU.apply(-1)).isZero();
    assertThat(Activation.RELU.apply(Double.NaN)).isNaN();
    assertThat(Activation.NONE.apply(-1e300)).isEqualTo(-1e300);
    assertThat(new Activation(-1, 6).apply(7)).isEqualTo(6);
    assertThatThrownBy(() -> new Activation(1, 0)).isInstanceOf(ShapeException.class);
  }

  @Test
  void anInputHasNoOperands() {
    Input input = new Input("x", Shape.vector(3), ImageInput.DEFAULT);
    assertThat(input.infer(List.of())).isEqualTo(Shape.vector(3));
    assertThatThrownBy(() -> input.infer(List.of(Shape.vector(3))))
        .hasMessage("input takes no operands");
  }
}
