package io.resnetc.driver;

import io.resnetc.bind.FrontEnd;
import io.resnetc.diag.DiagnosticLog;
import io.resnetc.emit.EmitRequest;
import io.resnetc.emit.Emitter;
import io.resnetc.ir.Graph;
import io.resnetc.ir.verify.Verifier;
import io.resnetc.lower.Lowering;
import io.resnetc.lower.Program;
import io.resnetc.lower.UnsuitableAlgorithmException;
import io.resnetc.memory.ArenaTooLargeException;
import io.resnetc.memory.MemoryPlan;
import io.resnetc.memory.MemoryPlanner;
import io.resnetc.pass.JoinConvolutions;
import io.resnetc.pass.PassFailure;
import io.resnetc.pass.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.SourceVersion;

/** The compiler as a library: from a model's file to the source of a Java class. */
public final class Compiler {
  private final Pipeline pipeline;

  /** The compiler with its standard pipeline. */
  public Compiler() {
    this(Pipeline.standard());
  }

  public Compiler(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /**
   * Takes a model through all stages.
   *
   * @throws CompileException when the model is wrong
   * @throws CompilerBug when the compiler is
   */
  public Compilation compile(CompileRequest request) throws CompileException {
    FrontEndResult front = frontEnd(request);
    List<Snapshot> snapshots = optimise(front.graph(), pipeline(request));
    Graph graph = snapshots.get(snapshots.size() - 1).graph();
    Program program = lower(request, graph);
    MemoryPlan plan = plan(request, program);
    String className = request.className().orElseGet(() -> javaName(graph.name()));
    List<String> passes = snapshots.stream().skip(1).map(Snapshot::after).toList();
    EmitRequest emission =
        new EmitRequest(
            request.packageName(),
            className,
            Version.TEXT,
            request.source().getFileName().toString(),
            front.sourceSha256(),
            passes,
            program,
            plan);
    String java = stage("emission", graph, () -> Emitter.emit(emission));
    return new Compilation(
        snapshots, program, plan, request.packageName(), className, java, front.weights());
  }

  /**
   * Takes a model through the front end and the passes.
   *
   * @return the graph as built, then after each pass
   */
  public List<Snapshot> optimise(CompileRequest request) throws CompileException {
    return optimise(frontEnd(request).graph(), pipeline(request));
  }

  /** Where algorithms are asked for, every convolution stays one of its own to have one. */
  private Pipeline pipeline(CompileRequest request) {
    boolean isForced = !request.lowering().forced().isEmpty();
    return isForced ? pipeline.without(JoinConvolutions.class) : pipeline;
  }

  /**
   * Takes a graph through the passes.
   *
   * @return the graph as built, then after each pass
   */
  public List<Snapshot> optimise(Graph built) {
    return optimise(built, pipeline);
  }

  private static List<Snapshot> optimise(Graph built, Pipeline passes) {
    List<Snapshot> snapshots = new ArrayList<>();
    snapshots.add(new Snapshot(Snapshot.BUILT, built));
    try {
      passes.run(built, (pass, before, after) -> snapshots.add(new Snapshot(pass.name(), after)));
    } catch (PassFailure e) {
      throw new CompilerBug(e);
    }
    return snapshots;
  }

  /** Reads a model without changing it. */
  public FrontEndResult read(CompileRequest request) throws CompileException {
    return frontEnd(request);
  }

  private static FrontEndResult frontEnd(CompileRequest request) throws CompileException {
    FrontEndResult result =
        OnnxFrontEnd.accepts(request.source()) ? OnnxFrontEnd.read(request) : sources(request);
    stage("the front end", result.graph(), () -> verified(result.graph()));
    return result;
  }

  private static FrontEndResult sources(CompileRequest request) throws CompileException {
    if (!request.onnx().isNone()) {
      throw rejected(request, "only a model of ONNX has outputs and constants to choose");
    }
    DiagnosticLog log = new DiagnosticLog();
    Optional<FrontEndResult> result;
    try {
      Optional<FrontEnd> front = FrontEnd.read(request.source(), log);
      result =
          front
              .flatMap(read -> read.bind(request.model(), request.defines(), log))
              .map(graph -> front(graph, front.get()));
    } catch (RuntimeException e) {
      throw new CompilerBug("the front end", "", e);
    }
    if (log.hasErrors()) {
      throw new CompileException(log.diagnostics(), log.toString());
    }
    return result.orElseThrow();
  }

  private static FrontEndResult front(Graph graph, FrontEnd front) {
    return new FrontEndResult(graph, Optional.empty(), Sha256.of(front.files()));
  }

  private static Graph verified(Graph graph) {
    Verifier.verify(graph);
    return graph;
  }

  private static Program lower(CompileRequest request, Graph graph) throws CompileException {
    try {
      return Lowering.lower(graph, request.lowering());
    } catch (UnsuitableAlgorithmException e) {
      throw rejected(request, e.getMessage());
    } catch (RuntimeException e) {
      throw new CompilerBug("lowering", graph, e);
    }
  }

  /** What the user asked for cannot be had, for a reason that has no place in the source. */
  private static CompileException rejected(CompileRequest request, String reason) {
    String text = "%s: error: %s%n".formatted(request.source(), reason);
    return new CompileException(List.of(), text);
  }

  private static MemoryPlan plan(CompileRequest request, Program program) throws CompileException {
    try {
      return MemoryPlanner.plan(program);
    } catch (ArenaTooLargeException e) {
      throw rejected(request, e.getMessage());
    } catch (RuntimeException e) {
      throw new CompilerBug("memory planning", program.graph(), e);
    }
  }

  private static <T> T stage(String name, Graph graph, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw new CompilerBug(name, graph, e);
    }
  }

  private static String javaName(String model) {
    return SourceVersion.isKeyword(model) ? model + "_" : model;
  }
}
