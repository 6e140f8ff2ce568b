package io.resnetc.emit;

import com.palantir.javapoet.NameAllocator;
import io.resnetc.ir.Node;
import io.resnetc.lower.Program;
import io.resnetc.lower.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Java names for methods, operators and views. Paths keep their words, {@code layer1.0.conv1}
 * becomes {@code layer1_0_conv1}; what would meet another name or a keyword gets an underscore.
 */
final class Names {
  /** Methods that the class inherits or always has. */
  private static final List<String> TAKEN =
      List.of("forward", "register", "info", "load", "run", "newContext");

  /** Parameters and locals that would hide a field, and types that a field would obscure. */
  private static final List<String> HIDDEN =
      List.of(
          "INFO",
          "c",
          "p",
          "weights",
          "network",
          "Activation",
          "Add",
          "AvgPool",
          "Binary",
          "BinaryFunction",
          "ChannelPad",
          "ChannelPlace",
          "ChannelShuffle",
          "ChannelSlice",
          "Context",
          "Conv2d",
          "Flatten",
          "GlobalAvgPool",
          "GlobalMaxPool",
          "Linear",
          "List",
          "MaxPool",
          "NetworkInfo",
          "PRelu",
          "Pad",
          "Part",
          "Path",
          "Pointwise",
          "PointwiseFunction",
          "Preprocessing",
          "Relu",
          "ScaleShift",
          "Softmax",
          "StrassenConv2d",
          "Subsample",
          "Tensor",
          "View",
          "Weights",
          "Window",
          "WinogradConv2d",
          "io",
          "java");

  private final NameAllocator methods = new NameAllocator();
  private final NameAllocator fields = new NameAllocator();
  private final Map<Integer, String> views = new HashMap<>();

  Names(Program program, List<Block> roots) {
    TAKEN.forEach(methods::newName);
    HIDDEN.forEach(fields::newName);
    for (Step step : program.steps()) {
      views.put(step.node().id(), fields.newName("V" + step.node().id()));
    }
    for (Step step : program.steps()) {
      nameOperators(step, step.computes() ? OperatorCode.of(program, step).size() : 0);
    }
    roots.forEach(this::name);
  }

  private void nameOperators(Step step, int count) {
    String name = fieldName(step.node());
    for (int i = 0; i < count; i++) {
      fields.newName(count == 1 ? name : name + "_" + i, List.of(step, i));
    }
  }

  private void name(Block block) {
    String base = javaName(block.path());
    methods.newName(base, block);
    methods.newName(
        "bind" + Character.toUpperCase(base.charAt(0)) + base.substring(1), bind(block));
    for (Block.Item item : block.items()) {
      if (item instanceof Block.Inner inner) {
        name(inner.block());
      }
    }
  }

  /** The method that runs the block. */
  String method(Block block) {
    return methods.get(block);
  }

  /** The method that makes the block's operators. */
  String bindMethod(Block block) {
    return methods.get(bind(block));
  }

  /** The field that holds the operator of one of the step's calls. */
  String operator(Step step, int call) {
    return fields.get(List.of(step, call));
  }

  /** The constant that says where a value lies. */
  String view(int value) {
    return views.get(value);
  }

  private static Object bind(Block block) {
    return List.of("bind", block);
  }

  private static String fieldName(Node node) {
    String path = node.origin().path();
    boolean labelled = !node.origin().label().isEmpty();
    if (labelled) {
      return javaName(path);
    }
    String own = node.op().name() + node.id();
    return javaName(path.isEmpty() ? own : path + "." + own);
  }

  private static String javaName(String path) {
    return path.replaceAll("[^A-Za-z0-9]", "_");
  }
}
