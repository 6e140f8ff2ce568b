package io.resnetc.ir.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {
  @Test
  void aVectorHasOneRowAndColumn() {
    Shape vector = Shape.vector(10);
    assertThat(vector.isImage()).isFalse();
    assertThat(List.of(vector.channels(), vector.height(), vector.width()))
        .containsExactly(10, 1, 1);
    assertThat(vector).hasToString("[10]").isNotEqualTo(Shape.image(10, 1, 1));
  }

  @Test
  void countsElements() {
    assertThat(Shape.image(3, 4, 5).elements()).isEqualTo(60);
  }

  @Test
  void refusesWhatNoValueCanHave() {
    assertThatThrownBy(() -> new Shape(List.of(1, 2)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("a value has 1 or 3 dimensions, not 2");
    assertThatThrownBy(() -> Shape.image(3, 0, 4))
        .hasMessage("a dimension must be at least 1: [3, 0, 4]");
    assertThatThrownBy(() -> Shape.image(1 << 20, 1 << 20, 1 << 30))
        .hasMessageEndingWith("has more than 2^31 - 1 elements");
  }
}
