package io.resnetc.emit;

import static io.resnetc.emit.OperatorCode.runtime;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.resnetc.lower.Border;
import io.resnetc.lower.Buffer;
import javax.lang.model.element.Modifier;

/** The constant that says where a value lies in the arena. */
final class ViewField {
  private final EmitRequest request;

  ViewField(EmitRequest request) {
    this.request = request;
  }

  FieldSpec write(String name, int value) {
    Buffer buffer = request.program().buffers().get(value);
    CodeBlock.Builder at =
        CodeBlock.builder()
            .add(
                "$T.at($L, $L, $L, $L)",
                runtime("View"),
                request.plan().offsets().get(value),
                buffer.shape().channels(),
                buffer.shape().height(),
                buffer.shape().width());
    Border border = buffer.border();
    if (!border.equals(Border.NONE)) {
      at.add(
          ".bordered($L, $L, $L, $L)",
          border.top(),
          border.left(),
          border.bottom(),
          border.right());
    }
    return FieldSpec.builder(
            runtime("View"), name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(at.build())
        .build();
  }
}
