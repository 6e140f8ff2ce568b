package io.resnetc.driver;

import io.resnetc.runtime.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a generated class and loads it, without touching the disk. */
final class InMemoryJavac {
  private InMemoryJavac() {}

  /**
   * Compiles one class.
   *
   * @param name the class's full name
   * @param source its Java source
   * @throws NoJavaCompilerException when this Java has no compiler
   * @throws IllegalStateException when the source does not compile
   */
  static Class<?> compile(String name, String source) throws NoJavaCompilerException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    if (javac == null) {
      throw new NoJavaCompilerException();
    }
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    StandardJavaFileManager files =
        javac.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8);
    try (Output output = new Output(files)) {
      List<String> options =
          List.of("-proc:none", "-implicit:none", "-classpath", runtimeJar().toString());
      JavaFileObject input = new SourceText(name, source);
      if (!javac.getTask(null, output, problems, options, null, List.of(input)).call()) {
        throw new IllegalStateException(
            problems.getDiagnostics().stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n", "javac rejects the generated class:\n", "")));
      }
      return output.load(name);
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path runtimeJar() {
    try {
      return Path.of(Network.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The source as javac's input. */
  private static final class SourceText extends SimpleJavaFileObject {
    private final String text;

    SourceText(String name, String text) {
      super(URI.create("memory:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Keeps what javac writes. */
  private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

    Output(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/')), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          classes.put(name, bytes);
          return bytes;
        }
      };
    }

    Class<?> load(String name) throws ClassNotFoundException {
      Map<String, byte[]> bytes = new HashMap<>();
      classes.forEach((each, stream) -> bytes.put(each, stream.toByteArray()));
      return new InMemoryLoader(bytes).loadClass(name);
    }
  }

  /** Loads the classes above those of the runtime. */
  private static final class InMemoryLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    InMemoryLoader(Map<String, byte[]> classes) {
      super(Network.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
