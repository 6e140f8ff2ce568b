package io.resnetc.runtime.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileAxisTest {
  @ParameterizedTest
  @CsvSource({
    // tile, size, tiles, of them full
    "4, 16, 4, 4",
    "4, 14, 4, 2",
    "4, 7, 2, 1",
    "2, 7, 4, 3",
    "3, 112, 38, 36",
    "4, 5, 2, 0",
    "4, 1, 1, 0"
  })
  void theLastTilesHaveAnOutputLess(int tile, int size, int tiles, int full) {
    assertThat(TileAxis.tiles(tile, size)).isEqualTo(tiles);
    assertThat(TileAxis.tiles(tile, size, 0)).isEqualTo(full);
    assertThat(TileAxis.tiles(tile, size, 1)).isEqualTo(tiles - full);
  }

  @Test
  void fourteenAreTwoFoursAndTwoThrees() {
    assertThat(TileAxis.start(4, 14, 0, 1)).isEqualTo(4);
    assertThat(TileAxis.start(4, 14, 1, 0)).isEqualTo(8);
    assertThat(TileAxis.start(4, 14, 1, 1)).isEqualTo(11);
  }

  @Test
  void everyOutputIsInOneTile() {
    for (int tile = 2; tile <= 4; tile++) {
      for (int size = 1; size < 60; size++) {
        List<Integer> outputs = new ArrayList<>();
        for (int less = 0; less < 2; less++) {
          for (int i = 0; i < TileAxis.tiles(tile, size, less); i++) {
            int start = TileAxis.start(tile, size, less, i);
            for (int j = start; j < Math.min(size, start + tile - less); j++) {
              outputs.add(j);
            }
          }
        }
        assertThat(outputs)
            .as("%d by %d", size, tile)
            .hasSize(size)
            .isSorted()
            .doesNotHaveDuplicates();
      }
    }
  }
}
