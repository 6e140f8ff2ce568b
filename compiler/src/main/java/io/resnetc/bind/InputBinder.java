package io.resnetc.bind;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.Span;
import io.resnetc.ir.op.ImageInput;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.ShapeException;
import io.resnetc.syntax.Ast;
import io.resnetc.syntax.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a model's input declaration: the shape, the preprocessing and the labels. */
final class InputBinder {
  private static final List<String> OPTIONS = List.of("scale", "mean", "std", "resize", "labels");

  private final Evaluator evaluator;
  private final DiagnosticLog log;
  private final Map<String, Ast.Option> options = new HashMap<>();

  InputBinder(Evaluator evaluator, DiagnosticLog log) {
    this.evaluator = evaluator;
    this.log = log;
  }

  /** The input's shape; empty when it is not known. */
  Optional<Shape> shape(Ast.Input input) {
    List<Integer> dims = new ArrayList<>();
    for (Expr dim : input.dims()) {
      Value value = evaluator.evaluate(dim);
      if (value instanceof Value.Int integer) {
        dims.add(integer.value());
      } else if (!(value instanceof Value.Unknown)) {
        log.error(ErrorKind.WRONG_TYPE, dim.span(), "a size", "an integer", value.describe());
      }
    }
    if (dims.size() < input.dims().size()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Shape(dims));
    } catch (ShapeException e) {
      log.error(ErrorKind.BAD_SHAPE, input.span(), e.getMessage());
      return Optional.empty();
    }
  }

  /** The preprocessing of an input with so many channels. */
  ImageInput image(Ast.Input input, int channels) {
    for (Ast.Option option : input.options()) {
      Ast.Name name = option.name();
      if (!OPTIONS.contains(name.text())) {
        log.unknown(ErrorKind.UNKNOWN_OPTION, name.span(), OPTIONS, name.text());
      } else if (options.putIfAbsent(name.text(), option) != null) {
        log.error(ErrorKind.DUPLICATE_ARGUMENT, name.span(), name.text(), "input");
      }
    }
    ImageInput standard = ImageInput.DEFAULT;
    String list = "a list of " + channels + " numbers";
    return new ImageInput(
        option("scale", "a number above 0", this::positive).orElse(standard.scale()),
        option("mean", list, value -> numbers(value, channels, false)).orElse(standard.mean()),
        option("std", list + " above 0", value -> numbers(value, channels, true))
            .orElse(standard.std()),
        option("resize", "an integer of at least 1", InputBinder::size).orElse(standard.resize()),
        labels());
  }

  /** Where the labels stand. */
  Optional<Span> labelsPlace() {
    return Optional.ofNullable(options.get("labels")).map(option -> option.value().span());
  }

  private List<String> labels() {
    String wanted = "a list of strings or the name of a file with a label a line";
    return option("labels", wanted, this::labels).orElse(List.of());
  }

  private Optional<List<String>> labels(Value value) {
    if (value instanceof Value.Text file) {
      return Optional.of(LabelFile.read(file.value(), labelsPlace().orElseThrow(), log));
    }
    if (!(value instanceof Value.ListOf list)) {
      return Optional.empty();
    }
    List<String> labels =
        list.elements().stream()
            .filter(Value.Text.class::isInstance)
            .map(element -> ((Value.Text) element).value())
            .toList();
    return labels.size() == list.elements().size() ? Optional.of(labels) : Optional.empty();
  }

  /** An option's value as the compiler wants it; empty when the value is of the wrong kind. */
  private interface Reader<T> {
    Optional<T> read(Value value);
  }

  private <T> Optional<T> option(String name, String wanted, Reader<T> reader) {
    Ast.Option option = options.get(name);
    if (option == null) {
      return Optional.empty();
    }
    Value value = evaluator.evaluate(option.value());
    if (value instanceof Value.Unknown) {
      return Optional.empty();
    }
    Optional<T> read = reader.read(value);
    if (read.isEmpty()) {
      log.error(ErrorKind.WRONG_OPTION, option.value().span(), name, wanted, value.describe());
    }
    return read;
  }

  private Optional<List<Double>> numbers(Value value, int count, boolean positive) {
    if (!(value instanceof Value.ListOf list) || list.elements().size() != count) {
      return Optional.empty();
    }
    List<Double> numbers =
        list.elements().stream()
            .map(InputBinder::number)
            .flatMap(Optional::stream)
            .filter(number -> !positive || number > 0)
            .toList();
    return numbers.size() == count ? Optional.of(numbers) : Optional.empty();
  }

  private Optional<Double> positive(Value value) {
    return number(value).filter(number -> number > 0);
  }

  private static Optional<Integer> size(Value value) {
    return value instanceof Value.Int integer && integer.value() >= 1
        ? Optional.of(integer.value())
        : Optional.empty();
  }

  private static Optional<Double> number(Value value) {
    if (value instanceof Value.Int integer) {
      return Optional.of((double) integer.value());
    }
    return value instanceof Value.Real real ? Optional.of(real.value()) : Optional.empty();
  }
}
