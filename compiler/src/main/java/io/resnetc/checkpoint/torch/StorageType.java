package io.resnetc.checkpoint.torch;

import io.resnetc.runtime.weights.DType;
import java.util.Map;
import java.util.Optional;

/** PyTorch's storage classes, as element types. */
record StorageType(DType dtype) {
  private static final Map<String, StorageType> BY_NAME =
      Map.of(
          "DoubleStorage", new StorageType(DType.F64),
          "FloatStorage", new StorageType(DType.F32),
          "HalfStorage", new StorageType(DType.F16),
          "BFloat16Storage", new StorageType(DType.BF16),
          "LongStorage", new StorageType(DType.I64),
          "IntStorage", new StorageType(DType.I32),
          "ShortStorage", new StorageType(DType.I16),
          "CharStorage", new StorageType(DType.I8),
          "ByteStorage", new StorageType(DType.U8),
          "BoolStorage", new StorageType(DType.BOOL));

  /** The class of that name in the module {@code torch}, if there is one. */
  static Optional<StorageType> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
