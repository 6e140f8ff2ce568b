package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.NodeProto;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.ChannelSlice;
import io.resnetc.ir.op.ImageInput;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Pointwise;
import io.resnetc.ir.op.PointwiseFunction;
import io.resnetc.ir.op.ScaleShift;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.ShapeException;
import io.resnetc.runtime.weights.WeightsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a model under the assumption that some of its axes count images. */
final class Attempt {
  private final ModelView model;
  private final ImageInput image;
  private final Translation translation;
  private final Map<String, Value> values = new HashMap<>();
  private final Set<String> problems = new LinkedHashSet<>();

  Attempt(ModelView model, ImageInput image, String name, Layout layout) {
    this.model = model;
    this.image = image;
    translation = new Translation(name, layout);
  }

  /** Why the model cannot be read so; empty when it was. */
  Set<String> problems() {
    return problems;
  }

  /** The model, or empty where there are problems. */
  Optional<ImportedModel> run() {
    values.putAll(model.constants());
    try {
      inputs();
    } catch (Unsupported | ShapeException e) {
      problems.add("the input: " + e.getMessage());
      return Optional.empty();
    }
    model.nodes().forEach(this::node);
    return problems.isEmpty() ? result() : Optional.empty();
  }

  /** One input as it is; several one after the other, as channels of one. */
  private void inputs() {
    List<String> names = List.copyOf(model.inputs().keySet());
    if (names.isEmpty()) {
      return;
    }
    List<Shape> shapes = new ArrayList<>();
    for (String name : names) {
      shapes.add(Layout.shape(translation.layout().ofImage(model.inputs().get(name))));
    }
    Shape first = shapes.get(0);
    boolean images =
        shapes.stream()
            .allMatch(
                s -> s.isImage() && s.height() == first.height() && s.width() == first.width());
    int units = shapes.stream().mapToInt(s -> images ? s.channels() : s.elements()).sum();
    Shape shape =
        names.size() == 1
            ? first
            : images ? Shape.image(units, first.height(), first.width()) : Shape.vector(units);
    int input =
        translation.add(new Input(ModuleNames.identifier(names.get(0), "image"), shape, image));
    int from = 0;
    for (int i = 0; i < names.size(); i++) {
      int to = from + (images ? shapes.get(i).channels() : shapes.get(i).elements());
      int node = names.size() == 1 ? input : translation.add(new ChannelSlice(from, to), input);
      values.put(names.get(i), translation.feature(model.inputs().get(names.get(i)), node));
      from = to;
    }
  }

  /** A constant as what a network without an input computes; it gets one, and ignores it. */
  private Value unconditional(Constant constant) {
    int input = translation.add(new Input("nothing", Shape.vector(constant.elements()), image));
    int zeros = translation.add(Pointwise.of(PointwiseFunction.CLIP, 0.0, 0.0), input);
    ParamExpr one = new ParamExpr.Fill(1, List.of(constant.elements()));
    Constant flat = constant.reshaped(List.of(constant.elements()));
    ParamExpr shift = translation.weights().keep("constant.bias", flat);
    int result = translation.add("constant", new ScaleShift(one, shift, Activation.NONE), zeros);
    return translation.feature(constant.dims(), result);
  }

  private void node(NodeProto proto) {
    List<Value> outputs = outputs(proto);
    for (int i = 0; i < proto.getOutputCount(); i++) {
      Value value = i < outputs.size() ? outputs.get(i) : new Value.Unknown();
      String name = proto.getOutput(i);
      if (!name.isEmpty() && values.putIfAbsent(name, value) != null) {
        refuse(proto, "'%s' has a value before it".formatted(name));
      }
    }
  }

  private List<Value> outputs(NodeProto proto) {
    if (!ModelView.isStandard(proto.getDomain())) {
      refuse(proto, "an operator of '%s'".formatted(proto.getDomain()));
      return List.of();
    }
    List<Optional<Value>> inputs = new ArrayList<>();
    for (String name : proto.getInputList()) {
      if (!name.isEmpty() && !values.containsKey(name) && !model.isGiven(name)) {
        refuse(proto, "nothing before it computes '%s'".formatted(name));
      }
    }
    for (String name : proto.getInputList()) {
      inputs.add(
          name.isEmpty()
              ? Optional.empty()
              : Optional.of(values.getOrDefault(name, new Value.Unknown())));
    }
    NodeView node =
        new NodeView(proto, inputs, new Attributes(proto), model.operatorSet(), model.used());
    boolean known =
        inputs.stream().flatMap(Optional::stream).noneMatch(Value.Unknown.class::isInstance);
    Optional<Rule> rule = Operators.find(proto.getOpType());
    try {
      Optional<Constant> folded = known ? Folding.fold(node) : Optional.empty();
      if (folded.isPresent()) {
        return List.of(folded.get());
      }
      if (rule.isEmpty() && !Folding.knows(proto.getOpType())) {
        refuse(proto, "the operator is not supported");
      } else if (rule.isEmpty() && known) {
        refuse(proto, "supported of constants only");
      } else if (known) {
        return rule.orElseThrow().apply(node, translation);
      }
    } catch (Unsupported | ShapeException | WeightsException e) {
      refuse(proto, e.getMessage());
    } catch (ArithmeticException | IndexOutOfBoundsException e) {
      refuse(proto, "its attributes or constants are malformed");
    }
    return List.of();
  }

  private Optional<ImportedModel> result() {
    if (values.get(model.output()) instanceof Constant constant && model.inputs().isEmpty()) {
      values.put(model.output(), unconditional(constant));
    }
    if (!(values.get(model.output()) instanceof Value.Feature output)) {
      if (model.problems().isEmpty()) {
        problems.add("output '%s' does not depend on the input".formatted(model.output()));
      }
      return Optional.empty();
    }
    Shape form = Layout.shape(translation.layout().ofImage(output.dims()));
    int node = form.isImage() ? output.node() : translation.vector(output);
    return Optional.of(
        new ImportedModel(
            translation.builder().build(node),
            translation.weights().tensors(),
            translation.layout().images(),
            List.copyOf(model.inputs().keySet()),
            output.dims()));
  }

  private void refuse(NodeProto node, String reason) {
    String name = node.getName();
    if (name.isEmpty()) {
      name = node.getOutputList().stream().findFirst().map("-> "::concat).orElse("");
    }
    problems.add("%s (%s): %s".formatted(name, node.getOpType(), reason));
  }
}
