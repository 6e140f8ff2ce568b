/**
 * Measurements, never shipped: compiled networks beside ONNX Runtime on the same machine, in the
 * same process and on the same weights, and a network's layers beside what the machine can do. The
 * commands are {@code ./benchmarks/compare} and, for whole processes, {@code
 * ./benchmarks/first-answer}.
 */
package io.resnetc.benchmarks;
