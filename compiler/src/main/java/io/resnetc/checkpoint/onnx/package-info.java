/** The initializers of ONNX models, as a checkpoint; what their graph says is not looked at. */
package io.resnetc.checkpoint.onnx;
