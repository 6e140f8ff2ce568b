package io.resnetc.driver.cli;

import io.resnetc.ir.Graph;
import io.resnetc.ir.export.DotWriter;
import io.resnetc.ir.export.JsonWriter;
import io.resnetc.ir.text.Printer;
import java.util.function.Function;

/** The forms in which a graph can be dumped. */
enum GraphFormat {
  TEXT("ir", Printer::print),
  DOT("dot", DotWriter::write),
  JSON("json", JsonWriter::write);

  private final String extension;
  private final Function<Graph, String> writer;

  GraphFormat(String extension, Function<Graph, String> writer) {
    this.extension = extension;
    this.writer = writer;
  }

  String extension() {
    return extension;
  }

  String write(Graph graph) {
    return writer.apply(graph);
  }
}
