/**
 * Writes any graph with its weights as an ONNX model (operator set 17), for the tools that speak
 * ONNX: Netron to look at it, ONNX Runtime to check it or to compare with. A graph as the front end
 * made it keeps its batch norms; an optimised graph shows what the passes did, with folded
 * parameters computed and each fused epilogue as nodes of its own. Whatever ONNX leaves open, such
 * as the last window of a pool in ceil mode, is written in a form that has one meaning.
 */
package io.resnetc.onnx.export;
