package io.resnetc.benchmarks;

import io.resnetc.runtime.platform.KernelChoice;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the figures were measured on. */
final class Machine {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private final Map<Integer, Double> peaks = new TreeMap<>();

  /** Measures the peak of every number of threads. */
  Machine(List<Integer> threads) {
    threads.forEach(count -> peaks.put(count, PeakProbe.gigaflops(count)));
  }

  /** Multiply-adds of so many threads in GFLOP/s. */
  double peak(int threads) {
    return peaks.get(threads);
  }

  /** A Markdown list. */
  String describe() {
    List<String> facts =
        List.of(
            "Processor: %s, %d processors"
                .formatted(processor(), Runtime.getRuntime().availableProcessors()),
            "System: %s %s %s"
                .formatted(property("os.name"), property("os.version"), property("os.arch")),
            "Java: %s %s (%s)"
                .formatted(
                    property("java.vm.name"),
                    property("java.vm.version"),
                    property("java.vm.vendor")),
            "Flags: " + String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()),
            "Kernels: " + KernelChoice.current().reason(),
            "Multiply-add peak, %d lanes: %s".formatted(PeakProbe.lanes(), peaksText()));
    return facts.stream().map(fact -> "- " + fact + "\n").collect(Collectors.joining());
  }

  private String peaksText() {
    return peaks.entrySet().stream()
        .map(
            peak ->
                String.format(
                    Locale.ROOT,
                    "%.0f GFLOP/s on %d thread%s",
                    peak.getValue(),
                    peak.getKey(),
                    peak.getKey() == 1 ? "" : "s"))
        .collect(Collectors.joining(", "));
  }

  /** The name of its model. */
  static String processor() {
    try {
      return Files.readAllLines(CPU_INFO).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      // Only Linux has this file.
      return System.getProperty("os.arch");
    }
  }

  private static String property(String name) {
    return System.getProperty(name);
  }
}
