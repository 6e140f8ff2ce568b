package io.resnetc.maven;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * What came of a run.
 *
 * @param upToDate whether nothing had to be done
 * @param classes the generated files, of this run or an earlier one
 * @param passedOver a line on each model that was left out
 * @param errors what is wrong with the models; when there is any, nothing was written
 */
record Outcome(boolean upToDate, List<Path> classes, List<String> passedOver, List<String> errors) {
  static Outcome current(Collection<Path> classes) {
    return new Outcome(true, List.copyOf(classes), List.of(), List.of());
  }

  static Outcome generated(Collection<Path> classes, List<String> passedOver) {
    return new Outcome(false, List.copyOf(classes), passedOver, List.of());
  }

  static Outcome faulty(List<String> errors, List<String> passedOver) {
    return new Outcome(false, List.of(), passedOver, errors);
  }
}
