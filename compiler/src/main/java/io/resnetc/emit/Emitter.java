package io.resnetc.emit;

import com.palantir.javapoet.JavaFile;
import java.util.List;

/** Writes the Java source of a compiled network. Equal requests give equal bytes. */
public final class Emitter {
  private Emitter() {}

  /** The text of {@code request.className() + ".java"}. */
  public static String emit(EmitRequest request) {
    List<List<Block>> parts = BlockTree.of(request.program().steps(), request.plan().parts());
    NetworkClass writer = new NetworkClass(request, parts);
    return JavaFile.builder(request.packageName(), writer.write())
        .skipJavaLangImports(true)
        .build()
        .toString();
  }
}
