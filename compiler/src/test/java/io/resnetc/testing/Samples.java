package io.resnetc.testing;

import io.resnetc.bind.FrontEnd;
import io.resnetc.diag.DiagnosticLog;
import io.resnetc.ir.Graph;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The models that come with the project. */
public final class Samples {
  private Samples() {}

  /** The project's {@code samples} folder. */
  public static Path folder() {
    return Path.of(System.getProperty("resnetc.root")).resolve("samples");
  }

  /** A sample model as the front end builds it. */
  public static Graph graph(String file, String model, Map<String, String> defines) {
    DiagnosticLog log = new DiagnosticLog();
    Path path = folder().resolve("models").resolve(file);
    return FrontEnd.load(path, Optional.of(model), defines, log)
        .orElseThrow(() -> new AssertionError(log.toString()));
  }
}
