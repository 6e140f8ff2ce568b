package io.resnetc.driver;

import io.resnetc.lower.Program;
import io.resnetc.memory.MemoryPlan;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.weights.Weights;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;

/**
 * A compiled model and everything on its way.
 *
 * @param snapshots the graph as built, then after each pass
 * @param program the last graph as kernel calls
 * @param plan where its values lie
 * @param packageName the generated class's package; empty for none
 * @param className the generated class's name without its package
 * @param javaSource the generated file
 * @param weights the model's own weights, where its file holds them
 */
public record Compilation(
    List<Snapshot> snapshots,
    Program program,
    MemoryPlan plan,
    String packageName,
    String className,
    String javaSource,
    Optional<Weights> weights) {
  public Compilation {
    snapshots = List.copyOf(snapshots);
  }

  /** The class's name with its package. */
  public String qualifiedName() {
    return packageName.isEmpty() ? className : packageName + "." + className;
  }

  /** Where the file belongs below a source folder: {@code p/Name.java}. */
  public String relativePath() {
    return qualifiedName().replace('.', '/') + ".java";
  }

  /** What the network costs, layer by layer. */
  public Bill bill() {
    return Bill.of(program, plan);
  }

  /**
   * Compiles the generated file in memory and loads the network with its weights.
   *
   * @throws NoJavaCompilerException when this Java has no compiler
   * @throws io.resnetc.runtime.weights.WeightsException when the weights do not fit
   */
  public Network load(Weights weights) throws NoJavaCompilerException {
    try {
      Class<?> generated = InMemoryJavac.compile(qualifiedName(), javaSource);
      MethodHandle load =
          MethodHandles.publicLookup()
              .findStatic(generated, "load", MethodType.methodType(generated, Weights.class));
      return (Network) load.invoke(weights);
    } catch (ReflectiveOperationException | IllegalStateException e) {
      throw new CompilerBug("loading the generated class", program.graph(), e);
    } catch (RuntimeException | Error | NoJavaCompilerException e) {
      throw e;
    } catch (Throwable e) {
      throw new CompilerBug("loading the generated class", program.graph(), e);
    }
  }
}
