package io.resnetc.emit;

import static io.resnetc.emit.OperatorCode.runtime;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.resnetc.ir.Graph;
import io.resnetc.ir.op.ImageInput;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The constant in which a generated class says what it is. */
final class InfoField {
  private final EmitRequest request;

  InfoField(EmitRequest request) {
    this.request = request;
  }

  FieldSpec write() {
    Graph graph = request.program().graph();
    ImageInput image = graph.input().image();
    CodeBlock value =
        CodeBlock.builder()
            .add("new $T(\n$>$>", runtime("NetworkInfo"))
            .add("$S,\n", graph.name())
            .add("$L,\n", list(graph.input().shape().dims(), "$L"))
            .add("$L,\n", list(graph.node(graph.output()).shape().dims(), "$L"))
            .add("$L,\n", parts())
            .add(
                "new $T($L, $L, $L, $L),\n",
                runtime("Preprocessing"),
                image.scale(),
                list(image.mean(), "$L"),
                list(image.std(), "$L"),
                image.resize())
            .add("$L)$<$<", list(image.labels(), "$S"))
            .build();
    return FieldSpec.builder(
            runtime("NetworkInfo"), "INFO", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }

  private CodeBlock parts() {
    List<CodeBlock> parts =
        request.plan().parts().stream()
            .map(
                part ->
                    CodeBlock.of(
                        "new $T($L, $L)", runtime("Part"), part.floats(), part.liveFloats()))
            .toList();
    return list(parts, "$L");
  }

  private static CodeBlock list(List<?> values, String format) {
    CodeBlock items =
        values.stream().map(value -> CodeBlock.of(format, value)).collect(CodeBlock.joining(", "));
    return CodeBlock.of("$T.of($L)", List.class, items);
  }
}
