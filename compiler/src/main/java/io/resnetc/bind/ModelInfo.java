package io.resnetc.bind;

import io.resnetc.diag.Place;
import java.util.List;
import java.util.Optional;

/** A model of a source file, before it is expanded. */
public record ModelInfo(String name, List<Parameter> parameters, Place place) {
  public ModelInfo {
    parameters = List.copyOf(parameters);
  }

  /**
   * A parameter that {@code --define} can set.
   *
   * @param value the default as it is written in the source
   */
  public record Parameter(String name, Optional<String> value) {}
}
