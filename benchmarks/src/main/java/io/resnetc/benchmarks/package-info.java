/**
 * Measurements, never shipped: compiled networks beside ONNX Runtime on the same machine, in the
 * same process and on the same weights, and a network's layers beside what the machine can do. The
 * command is {@code ./benchmarks/compare}.
 */
package io.resnetc.benchmarks;
