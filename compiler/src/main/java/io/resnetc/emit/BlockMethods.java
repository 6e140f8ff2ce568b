package io.resnetc.emit;

import static io.resnetc.emit.OperatorCode.runtime;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.resnetc.ir.Node;
import io.resnetc.ir.text.Printer;
import io.resnetc.lower.Algorithm;
import io.resnetc.lower.Step;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The two methods of each block instance: one makes its operators, one runs them. */
final class BlockMethods {
  private static final ClassName PARAMETERS =
      ClassName.get("io.resnetc.runtime.weights", "Parameters");

  private final EmitRequest request;
  private final Names names;

  BlockMethods(EmitRequest request, Names names) {
    this.request = request;
    this.names = names;
  }

  /** The block and all blocks within it, outermost first. */
  static Stream<Block> withInner(Block block) {
    return Stream.concat(
        Stream.of(block),
        block.items().stream()
            .filter(Block.Inner.class::isInstance)
            .flatMap(item -> withInner(((Block.Inner) item).block())));
  }

  /** The methods that run the block and those within it. */
  List<MethodSpec> runMethods(Block block) {
    return withInner(block).map(this::run).toList();
  }

  private MethodSpec run(Block block) {
    CodeBlock.Builder body = CodeBlock.builder();
    for (Block.Item item : block.items()) {
      if (item instanceof Block.Inner inner) {
        body.addStatement("$N(c)", names.method(inner.block()));
      } else {
        body.add(statement(((Block.Own) item).step()));
      }
    }
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.method(block))
            .addModifiers(Modifier.PRIVATE)
            .addParameter(runtime("Context"), "c");
    if (!block.name().isEmpty()) {
      method.addJavadoc("$L: $L.", block.path(), block.name());
    }
    return method.addCode(body.build()).build();
  }

  /** The IR line, the source place, and the call that computes it. */
  private CodeBlock statement(Step step) {
    Node node = step.node();
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("// $L\n", Comments.safe(Printer.line(node)))
            .add("// $L\n", Comments.place(node));
    if (step.algorithm() == Algorithm.ALIAS) {
      String operand = names.view(node.operands().get(0));
      return code.add(
              "// nothing to do: $L is $L read as $L\n",
              names.view(node.id()),
              operand,
              node.shape())
          .build();
    }
    List<OperatorCode.Construction> calls = OperatorCode.of(request.program(), step);
    for (int i = 0; i < calls.size(); i++) {
      String views =
          Stream.concat(calls.get(i).operands().stream(), Stream.of(node.id()))
              .map(names::view)
              .collect(Collectors.joining(", "));
      code.addStatement("c.run($N, $L)", names.operator(step, i), views);
    }
    return code.build();
  }

  /** The methods that make the operators of the block and those within it. */
  List<MethodSpec> bindMethods(Block block) {
    return withInner(block).filter(Block::makesOperators).map(this::bind).toList();
  }

  private MethodSpec bind(Block block) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.bindMethod(block))
            .addModifiers(Modifier.PRIVATE)
            .addParameter(PARAMETERS, "p");
    block.ownSteps().stream()
        .filter(Step::computes)
        .forEach(step -> method.addCode(constructions(step)));
    return method.build();
  }

  private CodeBlock constructions(Step step) {
    CodeBlock.Builder code = CodeBlock.builder();
    List<OperatorCode.Construction> calls = OperatorCode.of(request.program(), step);
    for (int i = 0; i < calls.size(); i++) {
      OperatorCode.Construction made = calls.get(i);
      String operator = names.operator(step, i);
      code.add("$[$N = register($T.$L(", operator, made.type(), made.factory());
      code.add(made.arguments().size() > 1 ? "\n" : "");
      code.add(made.arguments().stream().collect(CodeBlock.joining(",\n"))).add("));\n$]");
    }
    return code.build();
  }
}
