package io.resnetc.driver.cli;

import io.resnetc.driver.Bill;
import io.resnetc.driver.LayerCost;
import io.resnetc.driver.PartCost;

/** The bill as people read it. */
final class BillText {
  private BillText() {}

  /** A row a layer, then the totals and the parts. */
  static String table(Bill bill) {
    Table table = new Table();
    table.row("path", "operator", "output", "parameters", "multiply-adds", "algorithm");
    for (LayerCost layer : bill.layers()) {
      table.row(
          layer.path(),
          layer.operator(),
          layer.output(),
          layer.parameters(),
          layer.multiplyAdds(),
          layer.algorithm());
    }
    table.row("total", "", "", bill.parameters(), bill.multiplyAdds(), "");
    return table.text()
        + "weights %,d bytes, arena %,d bytes for one image, of which %,d are live at once%n"
            .formatted(bill.weightBytes(), bill.arenaBytes(), bill.liveBytes())
        + parts(bill);
  }

  /** A row a part, where there are several. */
  private static String parts(Bill bill) {
    if (bill.parts().size() == 1) {
      return "";
    }
    Table table = new Table();
    table.row("part", "from", "arena", "live at once");
    for (int i = 0; i < bill.parts().size(); i++) {
      PartCost part = bill.parts().get(i);
      table.row(i + 1, part.path(), part.arenaBytes(), part.liveBytes());
    }
    return System.lineSeparator() + table.text();
  }

  /** All of it in a line. */
  static String line(Bill bill) {
    return "%d steps, %,d parameters, %,d multiply-adds, %,d weight bytes, %,d arena bytes"
        .formatted(
            bill.layers().size(),
            bill.parameters(),
            bill.multiplyAdds(),
            bill.weightBytes(),
            bill.arenaBytes());
  }
}
