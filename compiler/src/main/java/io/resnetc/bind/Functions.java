package io.resnetc.bind;

import io.resnetc.diag.ErrorKind;
import io.resnetc.ir.op.Concat;
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
          new Function(
              new Signature("concat", List.of("parts"), List.of("parts")), Functions::concat),
          function("channels", args -> dimension(args.get(0), Shape::channels), "x"),
          function("height", args -> dimension(args.get(0), Shape::height), "x"),
          function("width", args -> dimension(args.get(0), Shape::width), "x"),
          function("min", args -> Arithmetic.smaller(args.get(0), args.get(1)), "a", "b"),
          function("max", args -> Arithmetic.larger(args.get(0), args.get(1)), "a", "b"),
          function("floor", args -> Arithmetic.floor(args.get(0)), "a"),
          function("ceil", args -> Arithmetic.ceil(args.get(0)), "a"),
          function("round", args -> Arithmetic.round(args.get(0)), "a"),
          function(
              "make_divisible",
              args -> Arithmetic.makeDivisible(args.get(0), args.get(1)),
              "a",
              "divisor"),
          function("length", args -> Lists.length(args.get(0)), "list"),
          function("range", args -> Lists.range(args.get(0), args.get(1)), "from", "to"));

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

  /** The channels of a list of tensors, one tensor after the other. */
  private static Value concat(List<Value> arguments, Function.Target target) throws TypeException {
    Value parts = arguments.get(0);
    List<Value> elements = parts instanceof Value.ListOf list ? list.elements() : List.of();
    if (elements.isEmpty() || !elements.stream().allMatch(Value.Tensor.class::isInstance)) {
      throw new TypeException(
          ErrorKind.WRONG_TYPE, "the function's argument", "a list of tensors", parts.describe());
    }
    return target.add(new Concat(), elements.stream().map(Value.Tensor.class::cast).toList());
  }

  /** A function of values alone. */
  private interface Calculation {
    Value apply(List<Value> arguments) throws TypeException;
  }

  private static Function function(String name, Calculation body, String... params) {
    Signature signature = new Signature(name, List.of(params), List.of(params));
    return new Function(signature, (arguments, target) -> body.apply(arguments));
  }

  private static Map<String, Function> table(Function... rows) {
    return Arrays.stream(rows)
        .collect(Collectors.toUnmodifiableMap(row -> row.signature().name(), row -> row));
  }
}
