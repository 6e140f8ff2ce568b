/**
 * Measurements, never shipped: compiled networks beside ONNX Runtime on the same machine, in the
 * same process and on the same weights, and a network's layers and single kernels beside what the
 * machine can do. The commands are {@code ./benchmarks/compare}, {@code ./benchmarks/kernels} and,
 * for whole processes, {@code ./benchmarks/first-answer}.
 */
package io.resnetc.benchmarks;
