package io.resnetc.runtime.weights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Binds a network's parameters to weights and keeps the account of what does not fit. */
final class Binding implements Parameters {
  /** What PyTorch's batch norm counts while it trains; no network asks for it. */
  private static final String TRAINING_COUNTER = "num_batches_tracked";

  private final String source;
  private final Map<String, TensorSource> tensors;
  private final Set<String> asked = new HashSet<>();
  private final Map<String, List<Integer>> missing = new LinkedHashMap<>();
  private final Map<String, String> unfit = new LinkedHashMap<>();

  Binding(String source, Map<String, TensorSource> tensors) {
    this.source = source;
    this.tensors = tensors;
  }

  @Override
  public Tensor tensor(String name, int... dims) {
    List<Integer> wanted = Tensor.dims(dims);
    asked.add(name);
    TensorSource found = tensors.get(name);
    if (found == null) {
      missing.put(name, wanted);
    } else if (!found.dims().equals(wanted)) {
      unfit.put(name, "the network needs %s, the file has %s".formatted(wanted, found.dims()));
    } else if (!found.dtype().decodable()) {
      unfit.put(name, "its type is " + found.dtype() + ", not F32, F16, BF16 or F64");
    } else {
      return found.decode();
    }
    return Tensor.fill(0, dims);
  }

  @Override
  public BatchNorm batchNorm(String path, int channels, double eps) {
    return new BatchNorm(
        tensor(path + ".weight", channels),
        tensor(path + ".bias", channels),
        tensor(path + ".running_mean", channels),
        tensor(path + ".running_var", channels),
        eps);
  }

  @Override
  public void complete() {
    Map<String, List<Integer>> leftOver = leftOver();
    if (missing.isEmpty() && unfit.isEmpty() && leftOver.isEmpty()) {
      return;
    }
    List<String> report = new ArrayList<>();
    report.add(source + ": does not fit the network");
    NearestName nearest = new NearestName(leftOver);
    section(report, missing.size(), "missing");
    missing.forEach(
        (name, dims) -> report.add("    " + name + " " + dims + hint(nearest, name, dims)));
    section(report, unfit.size(), "of another shape or type");
    unfit.forEach((name, problem) -> report.add("    " + name + ": " + problem));
    section(report, leftOver.size(), "left over: the network does not have them");
    leftOver.forEach((name, dims) -> report.add("    " + name + " " + dims));
    throw new WeightsException(String.join("\n", report));
  }

  private Map<String, List<Integer>> leftOver() {
    Map<String, List<Integer>> result = new LinkedHashMap<>();
    for (Map.Entry<String, TensorSource> tensor : tensors.entrySet()) {
      String name = tensor.getKey();
      if (!asked.contains(name) && !name.endsWith(TRAINING_COUNTER)) {
        result.put(name, tensor.getValue().dims());
      }
    }
    return result;
  }

  private static void section(List<String> report, int count, String title) {
    if (count > 0) {
      report.add("  " + count + " " + title);
    }
  }

  private static String hint(NearestName nearest, String name, List<Integer> dims) {
    return nearest.to(name, dims).map(near -> "; is it '" + near + "'?").orElse("");
  }
}
