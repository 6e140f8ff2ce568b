package io.resnetc.ir.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.resnetc.ir.Graph;
import io.resnetc.ir.text.IrParser;
import io.resnetc.testing.RandomGraphs;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  @Test
  void writesALineANode() {
    String json =
        JsonWriter.write(
            IrParser.parse(
                """
                graph Tiny {
                  %0 = input image : [3, 8, 8] {mean = [0.5, 0.5, 1e-05], labels = ["a \\"b\\""]}
                  %1 = batch_norm %0, bn = @bn[3] eps 1e-05 @ "bn" in Basic "b" tiny.rn:2:3
                  %2 = add %1, %1, clamp = [-inf, 6]
                  return %2
                }
                """));
    assertThat(json.lines().toList())
        .contains(
            "  \"name\": \"Tiny\",",
            "    {\"id\":0,\"op\":\"input\",\"operands\":[],\"shape\":[3,8,8],\"name\":\"image\","
                + "\"image\":{\"mean\":[0.5,0.5,0.00001],\"labels\":[\"a \\\"b\\\"\"]},"
                + "\"attributes\":{},\"parameters\":[],"
                + "\"origin\":{\"block\":\"\",\"blockName\":\"\",\"label\":\"\","
                + "\"file\":\"-\",\"line\":0,\"column\":0}},",
            "    {\"id\":1,\"op\":\"batch_norm\",\"operands\":[0],\"shape\":[3,8,8],"
                + "\"attributes\":{\"bn\":\"@bn[3] eps 1e-05\"},\"parameters\":["
                + "{\"name\":\"bn.weight\",\"dims\":[3]},{\"name\":\"bn.bias\",\"dims\":[3]},"
                + "{\"name\":\"bn.running_mean\",\"dims\":[3]},"
                + "{\"name\":\"bn.running_var\",\"dims\":[3]}],"
                + "\"origin\":{\"block\":\"b\",\"blockName\":\"Basic\",\"label\":\"bn\","
                + "\"file\":\"tiny.rn\",\"line\":2,\"column\":3}},",
            "  \"output\": 2")
        .anyMatch(line -> line.contains("\"attributes\":{\"clamp\":[\"-inf\",6]}"));
  }

  @Test
  void randomGraphsAreReadable() {
    for (long seed = 0; seed < 100; seed++) {
      Graph graph = RandomGraphs.optimized(seed);
      JsonObject json = JsonParser.parseString(JsonWriter.write(graph)).getAsJsonObject();
      assertThat(json.getAsJsonArray("nodes")).hasSize(graph.nodes().size());
    }
  }
}
