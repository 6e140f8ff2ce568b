package io.resnetc.onnx.read;

import static java.util.Map.entry;

import io.resnetc.ir.op.GlobalAvgPool;
import io.resnetc.ir.op.GlobalMaxPool;
import io.resnetc.ir.op.Softmax;
import java.util.Map;
import java.util.Optional;

/** The operators that are read, a row each. */
final class Operators {
  private static final Map<String, Rule> RULES =
      Map.ofEntries(
          entry("Add", Rule.of(Arithmetic::add)),
          entry("AveragePool", Rule.of(Pools::average)),
          entry("BatchNormalization", Rule.of(Normalisation::batchNorm)),
          entry("Cast", Rule.of(Passing::cast)),
          entry("Clip", Rule.of(Pointwises::clip)),
          entry("Concat", Rule.of(Channels::concat)),
          entry("Conv", Rule.of(Convolutions::conv)),
          entry("Div", Rule.of(Arithmetic::divide)),
          entry("Dropout", Rule.of(Passing::dropout)),
          entry("Flatten", Rule.of(Reshapes::flatten)),
          entry("Gemm", Rule.of(Products::gemm)),
          entry("Gather", Rule.of(Channels::gather)),
          entry("GlobalAveragePool", Rule.of((n, t) -> Pools.global(n, t, new GlobalAvgPool()))),
          entry("GlobalMaxPool", Rule.of((n, t) -> Pools.global(n, t, new GlobalMaxPool()))),
          entry("HardSigmoid", Rule.of(Pointwises::hardSigmoid)),
          entry("HardSwish", Rule.of(Pointwises::hardSwish)),
          entry("Identity", Rule.of((n, t) -> n.feature(0))),
          entry("LeakyRelu", Rule.of(Pointwises::leakyRelu)),
          entry("LogSoftmax", Rule.of((n, t) -> Normalisation.softmax(n, t, new Softmax(true)))),
          entry("MatMul", Rule.of(Products::matMul)),
          entry("MaxPool", Rule.of(Pools::max)),
          entry("Mul", Rule.of(Arithmetic::multiply)),
          entry("Neg", Rule.of(Arithmetic::negate)),
          entry("PRelu", Rule.of(Pointwises::prelu)),
          entry("Pad", Rule.of(Spatial::pad)),
          entry("Reciprocal", Rule.of(Arithmetic::reciprocal)),
          entry("ReduceMean", Rule.of(Pools::reduceMean)),
          entry("Relu", Rule.of(Pointwises::relu)),
          entry("Reshape", Rule.of(Reshapes::reshape)),
          entry("Sigmoid", Rule.of(Pointwises::sigmoid)),
          entry("Slice", Rule.of(Spatial::slice)),
          entry("Softmax", Rule.of((n, t) -> Normalisation.softmax(n, t, new Softmax(false)))),
          entry("Split", Channels::split),
          entry("Squeeze", Rule.of(Reshapes::squeeze)),
          entry("Sub", Rule.of(Arithmetic::subtract)),
          entry("Sum", Rule.of(Arithmetic::sum)),
          entry("Tanh", Rule.of(Pointwises::tanh)),
          entry("Transpose", Rule.of(Channels::transpose)),
          entry("Unsqueeze", Rule.of(Reshapes::unsqueeze)));

  private Operators() {}

  static Optional<Rule> find(String type) {
    return Optional.ofNullable(RULES.get(type));
  }
}
