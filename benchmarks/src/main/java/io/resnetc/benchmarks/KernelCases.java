package io.resnetc.benchmarks;

import static io.resnetc.benchmarks.LayerForm.DEPTHWISE;
import static io.resnetc.benchmarks.LayerForm.DIRECT;
import static io.resnetc.benchmarks.LayerForm.LINEAR;
import static io.resnetc.benchmarks.LayerForm.MAX_POOL;
import static io.resnetc.benchmarks.LayerForm.MEAN;
import static io.resnetc.benchmarks.LayerForm.STRASSEN;
import static io.resnetc.benchmarks.LayerForm.WINOGRAD_1X2;
import static io.resnetc.benchmarks.LayerForm.WINOGRAD_2;
import static io.resnetc.benchmarks.LayerForm.WINOGRAD_3;
import static io.resnetc.benchmarks.LayerForm.WINOGRAD_4;
import static io.resnetc.benchmarks.LayerForm.WINOGRAD_4_COMPACT;

import java.util.List;

/** The kernels that are measured, at the shapes of ResNets and, depthwise, of MobileNets. */
final class KernelCases {
  static final List<KernelCase> ALL =
      List.of(
          new TileCase(8, 64),
          new TileCase(8, 256),
          new TileCase(7, 64),
          new TileCase(7, 256),
          new TileCase(4, 256),
          new LayerCase(DIRECT, 224, 3, 64, 7, 2),
          new LayerCase(DIRECT, 32, 3, 64, 3, 1),
          new LayerCase(DIRECT, 56, 64, 64, 3, 1),
          new LayerCase(DIRECT, 28, 128, 128, 3, 1),
          new LayerCase(DIRECT, 14, 256, 256, 3, 1),
          new LayerCase(DIRECT, 7, 512, 512, 3, 1),
          new LayerCase(DIRECT, 56, 128, 128, 3, 2),
          new LayerCase(DIRECT, 14, 512, 512, 3, 2),
          new LayerCase(DIRECT, 32, 16, 16, 3, 1),
          new LayerCase(DIRECT, 56, 64, 256, 1, 1),
          new LayerCase(DIRECT, 56, 256, 64, 1, 1),
          new LayerCase(DIRECT, 28, 512, 128, 1, 1),
          new LayerCase(DIRECT, 14, 256, 1024, 1, 1),
          new LayerCase(DIRECT, 14, 1024, 256, 1, 1),
          new LayerCase(DIRECT, 7, 2048, 512, 1, 1),
          new LayerCase(DIRECT, 56, 256, 512, 1, 2),
          new LayerCase(WINOGRAD_1X2, 4, 512, 512, 3, 1),
          new LayerCase(WINOGRAD_2, 28, 128, 128, 3, 1),
          new LayerCase(WINOGRAD_2, 14, 256, 256, 3, 1),
          new LayerCase(WINOGRAD_2, 7, 512, 512, 3, 1),
          new LayerCase(WINOGRAD_2, 8, 64, 64, 3, 1),
          new LayerCase(WINOGRAD_3, 224, 3, 64, 7, 2),
          new LayerCase(WINOGRAD_4, 56, 64, 64, 3, 1),
          new LayerCase(WINOGRAD_4, 28, 128, 128, 3, 1),
          new LayerCase(WINOGRAD_4, 32, 16, 16, 3, 1),
          new LayerCase(WINOGRAD_4, 16, 32, 32, 3, 1),
          new LayerCase(WINOGRAD_4_COMPACT, 8, 256, 256, 3, 1),
          new LayerCase(WINOGRAD_4_COMPACT, 7, 512, 512, 3, 1),
          new LayerCase(STRASSEN, 28, 512, 128, 1, 1),
          new LayerCase(STRASSEN, 14, 1024, 256, 1, 1),
          new LayerCase(DEPTHWISE, 112, 32, 32, 3, 1),
          new LayerCase(DEPTHWISE, 14, 512, 512, 3, 1),
          new LayerCase(LINEAR, 1, 512, 1000, 1, 1),
          new LayerCase(LINEAR, 1, 2048, 1000, 1, 1),
          new LayerCase(MAX_POOL, 112, 64, 64, 3, 2),
          new LayerCase(MEAN, 7, 2048, 2048, 7, 1));

  private KernelCases() {}

  /** The case of that key, which is one of {@link #ALL}. */
  static KernelCase of(String key) {
    return ALL.stream().filter(kernel -> kernel.key().equals(key)).findFirst().orElseThrow();
  }
}
