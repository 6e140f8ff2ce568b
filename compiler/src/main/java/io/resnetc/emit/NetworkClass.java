package io.resnetc.emit;

import static io.resnetc.emit.OperatorCode.runtime;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.resnetc.ir.Graph;
import io.resnetc.lower.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The generated class from top to bottom. */
final class NetworkClass {
  private static final ClassName PARAMETERS =
      ClassName.get("io.resnetc.runtime.weights", "Parameters");
  private static final ClassName WEIGHTS = ClassName.get("io.resnetc.runtime.weights", "Weights");

  private final EmitRequest request;
  private final List<List<Block>> parts;
  private final List<Block> roots;
  private final Names names;
  private final ClassName self;

  /**
   * @param parts the methods that {@code forward} calls, for each part of the plan
   */
  NetworkClass(EmitRequest request, List<List<Block>> parts) {
    this.request = request;
    this.parts = parts;
    this.roots = parts.stream().flatMap(List::stream).toList();
    this.names = new Names(request.program(), roots);
    this.self = ClassName.get(request.packageName(), request.className());
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(self)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(runtime("Network"))
            .addJavadoc(Header.of(request));
    type.addField(new InfoField(request).write());
    request.program().steps().forEach(step -> type.addField(view(step)));
    request.program().steps().stream()
        .filter(Step::computes)
        .flatMap(this::operators)
        .forEach(type::addField);
    type.addMethod(constructor())
        .addMethod(loadPath())
        .addMethod(loadWeights())
        .addMethod(forward());
    BlockMethods methods = new BlockMethods(request, names);
    roots.forEach(block -> methods.runMethods(block).forEach(type::addMethod));
    roots.forEach(block -> methods.bindMethods(block).forEach(type::addMethod));
    return type.build();
  }

  private FieldSpec view(Step step) {
    return new ViewField(request).write(names.view(step.node().id()), step.node().id());
  }

  private Stream<FieldSpec> operators(Step step) {
    List<OperatorCode.Construction> calls = OperatorCode.of(request.program(), step);
    return IntStream.range(0, calls.size())
        .mapToObj(
            i ->
                FieldSpec.builder(calls.get(i).type(), names.operator(step, i), Modifier.PRIVATE)
                    .build());
  }

  private MethodSpec constructor() {
    MethodSpec.Builder method =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(PARAMETERS, "p")
            .addStatement("super(INFO)");
    roots.stream()
        .flatMap(BlockMethods::withInner)
        .filter(Block::makesOperators)
        .forEach(block -> method.addStatement("$N(p)", names.bindMethod(block)));
    return method.build();
  }

  private MethodSpec loadPath() {
    return MethodSpec.methodBuilder("load")
        .addJavadoc(
            "Loads a weights file.\n\n"
                + "@param weights a safetensors file with this network's parameters\n"
                + "@throws IOException when the file cannot be read\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(self)
        .addParameter(Path.class, "weights")
        .addException(IOException.class)
        .addStatement("return load($T.read(weights))", WEIGHTS)
        .build();
  }

  private MethodSpec loadWeights() {
    return MethodSpec.methodBuilder("load")
        .addJavadoc(
            "Takes weights that were read already, from a resource for example.\n\n"
                + "@throws io.resnetc.runtime.weights.WeightsException listing all parameters that\n"
                + "    are missing, mis-shaped or left over\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(self)
        .addParameter(WEIGHTS, "weights")
        .addStatement("$T p = weights.parameters()", PARAMETERS)
        .addStatement("$T network = new $T(p)", self, self)
        .addStatement("p.complete()")
        .addStatement("return network")
        .build();
  }

  private MethodSpec forward() {
    CodeBlock.Builder body = CodeBlock.builder();
    if (parts.size() == 1) {
      body.add(forward(0));
    } else {
      body.beginControlFlow("switch (part)");
      for (int part = 0; part < parts.size(); part++) {
        body.add("case $L -> {\n$>", part).add(forward(part)).add("$<}\n");
      }
      body.endControlFlow();
    }
    return MethodSpec.methodBuilder("forward")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .addParameter(runtime("Context"), "c")
        .addParameter(int.class, "part")
        .addCode(body.build())
        .build();
  }

  /** What a part does: from the network's input or what it is handed, to what it hands on. */
  private CodeBlock forward(int part) {
    Graph graph = request.program().graph();
    CodeBlock.Builder body = CodeBlock.builder();
    if (part == 0) {
      body.add("// $L\n", "%0 = input : " + graph.input().shape());
      body.addStatement("c.input($N)", names.view(0));
    }
    parts.get(part).forEach(block -> body.addStatement("$N(c)", names.method(block)));
    if (part < parts.size() - 1) {
      body.addStatement("c.handOver($N)", names.view(request.plan().parts().get(part + 1).input()));
    } else {
      body.add("// return %$L\n", graph.output());
      body.addStatement("c.output($N)", names.view(graph.output()));
    }
    return body.build();
  }
}
