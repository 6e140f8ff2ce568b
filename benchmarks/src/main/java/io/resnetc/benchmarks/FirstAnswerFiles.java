package io.resnetc.benchmarks;

import io.resnetc.checkpoint.SafetensorsWriter;
import io.resnetc.driver.Compilation;
import io.resnetc.driver.CompileException;
import io.resnetc.driver.OutputFile;
import io.resnetc.ir.Graph;
import io.resnetc.onnx.export.OnnxExport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/**
 * What the two processes read from disk: for us a jar with the generated class and the weights, for
 * ONNX Runtime a model with the same weights, and the image as raw floats.
 *
 * @param className of the generated class
 * @param jar with it
 * @param answers a jar with the programs of both sides
 * @param inputDims of the image, with the batch
 */
record FirstAnswerFiles(
    String className,
    Path jar,
    Path answers,
    Path weights,
    Path onnx,
    Path image,
    List<Integer> inputDims) {

  /** Writes all of them into a folder. */
  static FirstAnswerFiles write(BenchmarkNetwork network, Path models, Path folder)
      throws CompileException, IOException {
    Compilation compilation = network.compile(models, 1);
    Graph graph = compilation.snapshots().get(0).graph();
    Files.createDirectories(folder);
    Path weights = folder.resolve("weights.safetensors");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(weights))) {
      SafetensorsWriter.write(SeededWeights.of(graph).tensors(), Optional.empty(), out);
    }
    Path onnx = folder.resolve("model.onnx");
    Files.write(onnx, OnnxExport.export(graph, new SeededWeights()).toByteArray());
    Path image = folder.resolve("image.f32");
    Files.write(image, bytes(SeededWeights.images(graph, 1)));
    Path jar = folder.resolve("network.jar");
    compile(compilation, folder);
    writeJar(jar, folder, compilation.qualifiedName());
    Path answers = folder.resolve("answers.jar");
    writeJar(
        answers,
        models.resolve("../../benchmarks/target/classes"),
        Answer.class.getName(),
        CompiledAnswer.class.getName(),
        OnnxRuntimeAnswer.class.getName());
    List<Integer> dims = new ArrayList<>(List.of(1));
    dims.addAll(graph.input().shape().dims());
    return new FirstAnswerFiles(
        compilation.qualifiedName(), jar, answers, weights, onnx, image, dims);
  }

  private static void compile(Compilation compilation, Path folder) throws IOException {
    Path source = folder.resolve(compilation.relativePath());
    OutputFile.write(source, compilation.javaSource());
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "--release", "17", "-proc:none", source.toString());
    if (status != 0) {
      throw new IllegalStateException("javac does not take " + source);
    }
  }

  /** A jar, because archives of classes take no folders. */
  private static void writeJar(Path jar, Path classes, String... names) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : names) {
        String entry = name.replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(entry));
        out.write(Files.readAllBytes(classes.resolve(entry)));
        out.closeEntry();
      }
    }
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }
}
