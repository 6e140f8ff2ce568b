package io.resnetc.benchmarks;

import io.resnetc.driver.Compilation;
import io.resnetc.lower.Algorithm;
import io.resnetc.lower.Border;
import io.resnetc.lower.Buffer;
import io.resnetc.lower.Program;
import io.resnetc.lower.Step;
import io.resnetc.memory.MemoryPlan;
import io.resnetc.runtime.Context;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.NetworkInfo;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.Preprocessing;
import io.resnetc.runtime.View;
import java.util.Arrays;
import java.util.List;

/**
 * What a generated class does, step by step from the program, with a clock around each step. Layers
 * run one after the other as in the real network, so that each finds its weights and its input
 * where it would: mostly not in the first caches.
 */
final class TimedNetwork extends Network {
  private final Program program;
  private final View[] views;
  private final Operator[] operators;
  private final long[] fastest;

  TimedNetwork(Compilation compilation) {
    super(info(compilation));
    program = compilation.program();
    int values = program.steps().size();
    views = new View[values];
    operators = new Operator[values];
    fastest = new long[values];
    Arrays.fill(fastest, Long.MAX_VALUE);
    MemoryPlan plan = compilation.plan();
    for (Step step : program.steps()) {
      int id = step.node().id();
      views[id] = view(program.buffers().get(id), plan.offsets().get(id));
      if (step.computes()) {
        operators[id] = register(step.node().op().accept(new OperatorFactory()));
      }
    }
  }

  /** The least time of each step so far, in nanoseconds, by value. */
  long[] fastest() {
    return fastest.clone();
  }

  /** Forgets the runs of the warm-up. */
  void reset() {
    Arrays.fill(fastest, Long.MAX_VALUE);
  }

  @Override
  protected void forward(Context context) {
    for (Step step : program.steps()) {
      int id = step.node().id();
      long start = System.nanoTime();
      run(context, step, id);
      fastest[id] = Math.min(fastest[id], System.nanoTime() - start);
    }
    context.output(views[program.graph().output()]);
  }

  private void run(Context context, Step step, int id) {
    List<Integer> operands = step.node().operands();
    if (step.algorithm() == Algorithm.LAYOUT) {
      context.input(views[id]);
    } else if (operands.size() == 2) {
      context.run(operators[id], views[operands.get(0)], views[operands.get(1)], views[id]);
    } else if (step.computes()) {
      context.run(operators[id], views[operands.get(0)], views[id]);
    }
  }

  private static View view(Buffer buffer, int offset) {
    Border border = buffer.border();
    return View.at(
            offset, buffer.shape().channels(), buffer.shape().height(), buffer.shape().width())
        .bordered(border.top(), border.left(), border.bottom(), border.right());
  }

  private static NetworkInfo info(Compilation compilation) {
    Program program = compilation.program();
    return new NetworkInfo(
        program.graph().name(),
        program.graph().input().shape().dims(),
        program.graph().node(program.graph().output()).shape().dims(),
        compilation.plan().arenaFloats(),
        new Preprocessing(1, List.of(), List.of(), 0),
        List.of());
  }
}
