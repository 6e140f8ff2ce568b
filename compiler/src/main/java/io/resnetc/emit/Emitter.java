package io.resnetc.emit;

import com.palantir.javapoet.JavaFile;
import io.resnetc.lower.Step;
import java.util.List;

/** Writes the Java source of a compiled network. Equal requests give equal bytes. */
public final class Emitter {
  private Emitter() {}

  /** The text of {@code request.className() + ".java"}. */
  public static String emit(EmitRequest request) {
    List<Step> steps = request.program().steps();
    List<Block> roots = BlockTree.of(steps.subList(1, steps.size()));
    NetworkClass writer = new NetworkClass(request, roots, new Names(request.program(), roots));
    return JavaFile.builder(request.packageName(), writer.write())
        .skipJavaLangImports(true)
        .build()
        .toString();
  }
}
