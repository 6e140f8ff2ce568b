package io.resnetc.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.AvgPool;
import io.resnetc.ir.op.BatchNorm;
import io.resnetc.ir.op.Binary;
import io.resnetc.ir.op.ChannelPad;
import io.resnetc.ir.op.ChannelShuffle;
import io.resnetc.ir.op.ChannelSlice;
import io.resnetc.ir.op.Concat;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Flatten;
import io.resnetc.ir.op.GlobalAvgPool;
import io.resnetc.ir.op.GlobalMaxPool;
import io.resnetc.ir.op.Identity;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.Linear;
import io.resnetc.ir.op.MaxPool;
import io.resnetc.ir.op.OpVisitor;
import io.resnetc.ir.op.PRelu;
import io.resnetc.ir.op.Pad;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Pointwise;
import io.resnetc.ir.op.Relu;
import io.resnetc.ir.op.ScaleShift;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Softmax;
import io.resnetc.ir.op.Subsample;
import io.resnetc.ir.op.Window;
import io.resnetc.lower.Algorithm;
import io.resnetc.lower.Program;
import io.resnetc.lower.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which operators of the runtime compute a node, and how each is made. */
final class OperatorCode implements OpVisitor<List<OperatorCode.Construction>> {
  private static final String RUNTIME = "io.resnetc.runtime";

  private final Node node;
  private final Algorithm algorithm;
  private final List<Shape> shapes;

  private OperatorCode(Program program, Step step) {
    this.node = step.node();
    this.algorithm = step.algorithm();
    this.shapes = program.graph().operands(node).stream().map(Node::shape).toList();
  }

  /** The calls that compute a step, in order; one for nearly every operator. */
  static List<Construction> of(Program program, Step step) {
    return step.node().op().accept(new OperatorCode(program, step));
  }

  /**
   * A call of an operator's factory.
   *
   * @param type the operator's class in the runtime
   * @param factory its method that makes one
   * @param arguments what that is given
   * @param operands the values that the operator reads
   */
  record Construction(
      ClassName type, String factory, List<CodeBlock> arguments, List<Integer> operands) {}

  static ClassName runtime(String name) {
    return ClassName.get(RUNTIME, name);
  }

  private List<Construction> make(String type, CodeBlock... arguments) {
    return makeBy("of", type, arguments);
  }

  private List<Construction> makeBy(String factory, String type, CodeBlock... arguments) {
    ClassName name = ClassName.get(RUNTIME + ".op", type);
    return List.of(new Construction(name, factory, Arrays.asList(arguments), node.operands()));
  }

  @Override
  public List<Construction> visit(Conv2d op) {
    return switch (algorithm) {
      case WINOGRAD_1X2 -> threeByThree("of", "WidthWinogradConv2d", op);
      case WINOGRAD_2 -> winograd(2, op);
      case WINOGRAD_3 -> winograd(3, op);
      case WINOGRAD_4 -> winograd(4, op);
      case WINOGRAD_4_COMPACT -> threeByThree("compact", "WinogradConv2d", op);
      case STRASSEN ->
          make(
              "StrassenConv2d",
              ParamCode.of(op.weight()),
              optional(op.bias()),
              activation(op.activation()));
      default ->
          make(
              "Conv2d",
              ParamCode.of(op.weight()),
              optional(op.bias()),
              window(op.window()),
              literal(op.groups()),
              activation(op.activation()));
    };
  }

  private List<Construction> winograd(int tile, Conv2d op) {
    return make(
        "WinogradConv2d",
        literal(tile),
        ParamCode.of(op.weight()),
        optional(op.bias()),
        window(op.window()),
        activation(op.activation()));
  }

  /** By a factory that is for one form only. */
  private List<Construction> threeByThree(String factory, String type, Conv2d op) {
    return makeBy(
        factory,
        type,
        ParamCode.of(op.weight()),
        optional(op.bias()),
        window(op.window()),
        activation(op.activation()));
  }

  @Override
  public List<Construction> visit(Linear op) {
    return make(
        "Linear", ParamCode.of(op.weight()), optional(op.bias()), activation(op.activation()));
  }

  @Override
  public List<Construction> visit(BatchNorm op) {
    return visit(
        new ScaleShift(
            new ParamExpr.Scale(op.bn()), new ParamExpr.Shift(op.bn()), Activation.NONE));
  }

  @Override
  public List<Construction> visit(ScaleShift op) {
    return make(
        "ScaleShift",
        ParamCode.of(op.scale()),
        ParamCode.of(op.shift()),
        activation(op.activation()));
  }

  @Override
  public List<Construction> visit(Add op) {
    return shapes.get(0).equals(shapes.get(1))
        ? make("Add", activation(op.activation()))
        : binary("ADD", op.activation());
  }

  @Override
  public List<Construction> visit(Relu op) {
    return make("Relu");
  }

  @Override
  public List<Construction> visit(MaxPool op) {
    return make("MaxPool", window(op.window()));
  }

  @Override
  public List<Construction> visit(AvgPool op) {
    return make("AvgPool", window(op.window()), literal(op.countPadding()));
  }

  @Override
  public List<Construction> visit(GlobalAvgPool op) {
    return make("GlobalAvgPool");
  }

  @Override
  public List<Construction> visit(Subsample op) {
    return make("Subsample", literal(op.stride()));
  }

  @Override
  public List<Construction> visit(ChannelPad op) {
    return make("ChannelPad", literal(op.before()), literal(op.after()));
  }

  @Override
  public List<Construction> visit(Flatten op) {
    return make("Flatten");
  }

  @Override
  public List<Construction> visit(Softmax op) {
    return make("Softmax", literal(op.logarithm()));
  }

  /** An identity that could not share memory: every pixel, once. */
  @Override
  public List<Construction> visit(Identity op) {
    return make("Subsample", literal(1));
  }

  @Override
  public List<Construction> visit(Input op) {
    throw new IllegalStateException("the input is not computed by an operator");
  }

  private static CodeBlock literal(Object value) {
    return CodeBlock.of("$L", value);
  }

  private static CodeBlock optional(Optional<ParamExpr> param) {
    return param.map(ParamCode::of).orElseGet(() -> CodeBlock.of("null"));
  }

  private static CodeBlock activation(Activation activation) {
    if (activation.equals(Activation.NONE)) {
      return CodeBlock.of("$T.NONE", runtime("Activation"));
    }
    if (activation.equals(Activation.RELU)) {
      return CodeBlock.of("$T.RELU", runtime("Activation"));
    }
    return CodeBlock.of(
        "new $T($L, $L)", runtime("Activation"), bound(activation.low()), bound(activation.high()));
  }

  private static CodeBlock bound(double bound) {
    return Double.isInfinite(bound)
        ? CodeBlock.of("Float.$L_INFINITY", bound < 0 ? "NEGATIVE" : "POSITIVE")
        : CodeBlock.of("$Lf", (float) bound);
  }

  private static CodeBlock window(Window w) {
    int side = w.padding().top();
    if (w.equals(Window.square(w.kernelHeight(), w.strideHeight(), side))) {
      return CodeBlock.of(
          "$T.square($L, $L, $L)", runtime("Window"), w.kernelHeight(), w.strideHeight(), side);
    }
    return CodeBlock.of(
        "new $T($L, $L, $L, $L, $L, $L, $L, $L, $L, $L)",
        runtime("Window"),
        w.kernelHeight(),
        w.kernelWidth(),
        w.strideHeight(),
        w.strideWidth(),
        side,
        w.padding().left(),
        w.padding().bottom(),
        w.padding().right(),
        w.dilationHeight(),
        w.dilationWidth());
  }

  @Override
  public List<Construction> visit(Binary op) {
    return binary(op.function().name(), Activation.NONE);
  }

  private List<Construction> binary(String function, Activation activation) {
    return make(
        "Binary",
        CodeBlock.of("$T.$L", runtime("BinaryFunction"), function),
        activation(activation));
  }

  @Override
  public List<Construction> visit(Pointwise op) {
    CodeBlock arguments =
        op.arguments().stream().map(OperatorCode::literal).collect(CodeBlock.joining(", "));
    return make(
        "Pointwise",
        CodeBlock.of("$T.$L($L)", runtime("PointwiseFunction"), camelCase(op.name()), arguments));
  }

  private static String camelCase(String name) {
    Matcher words = Pattern.compile("_(.)").matcher(name);
    return words.replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }

  /** One copy for each operand. */
  @Override
  public List<Construction> visit(Concat op) {
    List<Construction> copies = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < shapes.size(); i++) {
      copies.add(
          new Construction(
              ClassName.get(RUNTIME + ".op", "ChannelPlace"),
              "of",
              List.of(literal(first)),
              List.of(node.operands().get(i))));
      first += shapes.get(i).channels();
    }
    return copies;
  }

  @Override
  public List<Construction> visit(PRelu op) {
    return make("PRelu", ParamCode.of(op.slope()));
  }

  @Override
  public List<Construction> visit(ChannelShuffle op) {
    return make("ChannelShuffle", literal(op.groups()));
  }

  @Override
  public List<Construction> visit(ChannelSlice op) {
    return make("ChannelSlice", literal(op.from()));
  }

  @Override
  public List<Construction> visit(GlobalMaxPool op) {
    return make("GlobalMaxPool");
  }

  @Override
  public List<Construction> visit(Pad op) {
    return make(
        "Pad", literal(op.padding().top()), literal(op.padding().left()), literal(op.value()));
  }
}
