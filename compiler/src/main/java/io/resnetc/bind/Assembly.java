package io.resnetc.bind;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.Note;
import io.resnetc.diag.Span;
import io.resnetc.ir.Graph;
import io.resnetc.ir.GraphBuilder;
import io.resnetc.ir.Origin;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.ShapeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The graph under construction: its values with their history, and the labels that are taken. */
final class Assembly {
  /** ResNet-152 has 520 operators and 50 blocks. */
  static final int LIMIT = 100_000;

  private final GraphBuilder builder;
  private final DiagnosticLog log;
  private final List<Made> made = new ArrayList<>();
  private final Map<String, Span> labels = new HashMap<>();
  private int steps;
  private boolean stopped;

  Assembly(String name, DiagnosticLog log) {
    this.builder = new GraphBuilder(name);
    this.log = log;
  }

  /** A value of the graph and how it was made. */
  record Made(Op op, List<Integer> operands, Shape shape, Origin origin, Span span) {}

  /**
   * Appends what {@code op} makes of the operands. Where it does not fit, says so with how their
   * shapes came about.
   */
  Value add(Supplier<Op> op, List<Integer> operands, Origin origin, Span span) {
    try {
      Op built = op.get();
      for (ParamExpr param : built.params()) {
        checkSize(param);
      }
      int id = builder.add(built, operands, origin);
      made.add(new Made(built, operands, builder.shape(id), origin, span));
      return new Value.Tensor(id, builder.shape(id));
    } catch (ShapeException e) {
      log.error(ErrorKind.BAD_SHAPE, span, history(operands), e.getMessage());
    } catch (ArithmeticException e) {
      log.error(ErrorKind.INTEGER_OVERFLOW, span, history(operands), "a size of the result");
    }
    return Value.Unknown.INSTANCE;
  }

  List<Note> history(List<Integer> operands) {
    return operands.stream()
        .flatMap(id -> new ShapeHistory(made).of("its input", id).stream())
        .toList();
  }

  ShapeHistory history() {
    return new ShapeHistory(made);
  }

  /** Takes a module path; each can be taken once. */
  void label(String path, Span span) {
    Span first = labels.putIfAbsent(path, span);
    if (first != null) {
      log.error(
          ErrorKind.DUPLICATE_LABEL,
          span,
          List.of(Note.at(first, "the first use of '" + path + "'")),
          path);
    }
  }

  /** Counts an operator or a block; false when there are too many and expansion must stop. */
  boolean step(Span span) {
    steps++;
    if (steps > LIMIT && !stopped) {
      log.error(ErrorKind.TOO_LARGE, span, LIMIT);
      stopped = true;
    }
    return !stopped;
  }

  /** Makes every further step fail: the program does not end. */
  void stop() {
    stopped = true;
  }

  Graph build(Value.Tensor output) {
    return builder.build(output.id());
  }

  private static void checkSize(ParamExpr param) {
    for (ParamExpr.Named leaf : param.leaves().toList()) {
      double elements = leaf.dims().stream().mapToDouble(dim -> dim).reduce(1, (a, b) -> a * b);
      if (elements > Integer.MAX_VALUE) {
        throw new ShapeException(
            "parameter '%s' of shape %s has more than 2^31 - 1 elements"
                .formatted(leaf.name(), leaf.dims()));
      }
    }
  }
}
