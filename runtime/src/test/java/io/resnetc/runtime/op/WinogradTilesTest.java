package io.resnetc.runtime.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.WinogradForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WinogradTilesTest {
  @ParameterizedTest
  @EnumSource
  void aPositionIsForTheTilesWhoseOutputsDependOnIt(WinogradForm form) {
    WinogradTiles tiles = new WinogradTiles(form);
    for (int height = 1; height < 15; height++) {
      for (int width = 1; width < 15; width++) {
        Call call = call(height, width, 3);
        for (int position = 0; position < form.side() * form.side(); position++) {
          for (int tile = 0; tile < tiles.count(call); tile++) {
            boolean isIn = tile >= tiles.from(call, position) && tile < tiles.to(call, position);
            assertThat(isIn).isEqualTo(isNeeded(form, kind(tiles, call, tile), position));
          }
        }
      }
    }
  }

  private static TileKind kind(WinogradTiles tiles, Call call, int tile) {
    int kind = 0;
    while (tile >= tiles.first(call, kind + 1)) {
      kind++;
    }
    return TileKind.kind(kind);
  }

  private static boolean isNeeded(WinogradForm form, TileKind kind, int position) {
    return position / form.side() < form.side() - kind.rowsLess()
        && position % form.side() < form.side() - kind.columnsLess();
  }

  @Test
  void aMapOfFourteenTakesFewerProducts() {
    WinogradTiles tiles = new WinogradTiles(WinogradForm.F_4_3);
    Call call = call(14, 14, 1);
    int products = 0;
    for (int position = 0; position < 36; position++) {
      products += tiles.to(call, position) - tiles.from(call, position);
    }
    assertThat(products).isEqualTo(22 * 22);
  }

  @Test
  void runsStayInTheResult() {
    WinogradTiles tiles = new WinogradTiles(WinogradForm.F_4_3);
    View y = View.at(0, 1, 14, 14);
    assertThat(tiles.run(y, TileKind.FULL, 0, 8)).isEqualTo(2);
    assertThat(tiles.run(y, TileKind.WITHOUT_COLUMN, 0, 8)).isEqualTo(2);
    assertThat(tiles.run(y, TileKind.WITHOUT_COLUMN, 1, 8)).isEqualTo(1);
    assertThat(tiles.run(View.at(0, 1, 1, 5), TileKind.WITHOUT_BOTH, 0, 8)).isEqualTo(1);
  }

  private static Call call(int height, int width, int images) {
    View y = View.at(0, 1, height, width);
    return new Layer(y, null, y, images, 1, 0);
  }
}
