package io.resnetc.testing;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.resnetc.emit.EmitRequest;
import io.resnetc.emit.Emitter;
import io.resnetc.ir.Graph;
import io.resnetc.lower.Lowering;
import io.resnetc.lower.Program;
import io.resnetc.memory.MemoryPlanner;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.runtime.weights.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/** Takes a graph as the passes left it the rest of the road: emitted, compiled strictly, loaded. */
public final class GeneratedNetwork {
  private static final String NAME = "com.example.Generated";

  private GeneratedNetwork() {}

  /** The Java source of a graph. */
  public static String source(Graph graph) {
    return source(Lowering.lower(graph));
  }

  private static String source(Program program) {
    return Emitter.emit(
        new EmitRequest(
            "com.example",
            "Generated",
            "test",
            "test.rn",
            "0".repeat(64),
            List.of(),
            program,
            MemoryPlanner.plan(program)));
  }

  /** The running network; fails where javac has so much as a warning. */
  public static Network load(Graph graph, Map<String, Tensor> weights) {
    return load(graph, Weights.of(weights));
  }

  /** The running network; fails where javac has so much as a warning. */
  public static Network load(Graph graph, Weights weights) {
    return load(Lowering.lower(graph), weights);
  }

  /** The running network; fails where javac has so much as a warning. */
  public static Network load(Program program, Weights weights) {
    Compilation compilation =
        Compiler.javac()
            .withOptions(ImmutableList.of("-Xlint:all", "-Werror", "-proc:none"))
            .compile(JavaFileObjects.forSourceString(NAME, source(program)));
    CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
    try {
      return (Network)
          new Loader(compilation)
              .loadClass(NAME)
              .getMethod("load", Weights.class)
              .invoke(null, weights);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Loader extends ClassLoader {
    private final Compilation compilation;

    Loader(Compilation compilation) {
      super(Network.class.getClassLoader());
      this.compilation = compilation;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      JavaFileObject file =
          compilation.generatedFiles().stream()
              .filter(each -> each.getKind() == JavaFileObject.Kind.CLASS)
              .findFirst()
              .orElseThrow(() -> new ClassNotFoundException(name));
      try (InputStream in = file.openInputStream()) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
