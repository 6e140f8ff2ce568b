package io.resnetc.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TensorTest {
  private static final Tensor TENSOR = new Tensor(new float[] {1, 2, 3, 4, 5, 6}, List.of(3, 2));
  private static final BatchNorm NORM =
      new BatchNorm(
          new Tensor(new float[] {2, 3, 5}, List.of(3)),
          Tensor.fill(0, 3),
          Tensor.fill(0, 3),
          Tensor.fill(1, 3),
          0);

  @Test
  void readsRows() {
    float[] rows = {0, 0, 0, 9};

    TENSOR.read(1, 2, rows);

    assertThat(rows).containsExactly(3, 4, 0, 9);
    assertThat(TENSOR.rowLength()).isEqualTo(2);
  }

  @Test
  void foldsABatchNormIntoTheRowsThatAreRead() {
    Tensor folded = TENSOR.fold(NORM);
    float[] rows = new float[4];

    folded.read(1, 3, rows);

    assertThat(rows).containsExactly(9, 12, 25, 30);
    assertThat(folded.values()).containsExactly(2, 4, 9, 12, 25, 30);
    assertThat(TENSOR.values()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void foldsOneBatchNormAfterTheOther() {
    Tensor folded = TENSOR.fold(NORM).fold(NORM);

    assertThat(folded.values()).containsExactly(4, 8, 27, 36, 125, 150);
  }

  @Test
  void readsRowsOfTwoTensorsSideBySide() {
    Tensor both = TENSOR.beside(new Tensor(new float[] {7, 8, 9}, List.of(3, 1)));
    float[] rows = new float[6];

    both.read(1, 3, rows);

    assertThat(both.dims()).containsExactly(3, 3);
    assertThat(rows).containsExactly(3, 4, 8, 5, 6, 9);
    assertThat(both.values()).containsExactly(1, 2, 7, 3, 4, 8, 5, 6, 9);
  }

  @Test
  void adds() {
    assertThat(TENSOR.plus(TENSOR.fold(NORM)).values()).containsExactly(3, 6, 12, 16, 30, 36);
    assertThat(TENSOR.values()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void aNumberIsOneRow() {
    float[] row = new float[1];

    Tensor.fill(7).read(0, 1, row);

    assertThat(row).containsExactly(7);
  }
}
