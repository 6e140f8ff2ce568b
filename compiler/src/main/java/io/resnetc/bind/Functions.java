package io.resnetc.bind;

import io.resnetc.diag.ErrorKind;
import io.resnetc.ir.op.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The functions of the language, a row each. */
final class Functions {
  private static final Map<String, Function> TABLE =
      table(
          function("channels", args -> dimension(args.get(0), Shape::channels), "x"),
          function("height", args -> dimension(args.get(0), Shape::height), "x"),
          function("width", args -> dimension(args.get(0), Shape::width), "x"),
          function("min", args -> Arithmetic.smaller(args.get(0), args.get(1)), "a", "b"),
          function("max", args -> Arithmetic.larger(args.get(0), args.get(1)), "a", "b"),
          function("floor", args -> Arithmetic.floor(args.get(0)), "a"));

  private Functions() {}

  static Optional<Function> find(String name) {
    return Optional.ofNullable(TABLE.get(name));
  }

  static List<String> names() {
    return List.copyOf(TABLE.keySet());
  }

  private static Value dimension(Value value, ToIntFunction<Shape> dimension) throws TypeException {
    if (value instanceof Value.Tensor tensor) {
      return new Value.Int(dimension.applyAsInt(tensor.shape()));
    }
    throw new TypeException(
        ErrorKind.WRONG_TYPE, "the function's argument", "a tensor", value.describe());
  }

  private static Function function(String name, Function.Body body, String... params) {
    return new Function(new Signature(name, List.of(params), List.of(params)), body);
  }

  private static Map<String, Function> table(Function... rows) {
    return Arrays.stream(rows)
        .collect(Collectors.toUnmodifiableMap(row -> row.signature().name(), row -> row));
  }
}
