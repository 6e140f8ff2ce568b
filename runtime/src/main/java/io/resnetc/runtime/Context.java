package io.resnetc.runtime;

import io.resnetc.runtime.machine.Caches;

/**
 * The working memory of one caller: an arena, scratch memory, and the parallelism that its layers
 * may use. Reusable, and not safe for two threads at a time.
 */
public final class Context implements Call {
  /** Multiply-adds that take half a microsecond: as long as handing over a share. */
  private static final long WORTH_A_SHARE = 1 << 16;

  /**
   * Shares at a time while kernels are being compiled: a processor is left to the compiler, which
   * the first answers wait for more than for each other's shares.
   */
  private static final int MOST_WHILE_COMPILING =
      Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

  private final Network network;
  private final Parallelism parallelism;
  private final int imageFloats;
  private final int scratchFloats;
  // Made when a share first needs its own: a first answer may do with fewer shares.
  private final float[][] scratch;
  private final Parallelism.Body share = new Share();
  private final Batches batches;

  private float[] arena;
  private int images;
  private float[] input;
  private int inputOffset;
  private float[] output;
  private int outputOffset;

  private boolean rehearsed;
  private Operator operator;
  private View x;
  private View z;
  private View y;

  private long work;

  /**
   * @param scratchFloats of scratch memory that the network's operators need for a share
   */
  Context(Network network, Parallelism parallelism, int scratchFloats) {
    this(network, parallelism, scratchFloats, new float[parallelism.degree()][]);
  }

  private Context(Network network, Parallelism parallelism, int scratchFloats, float[][] scratch) {
    this.network = network;
    this.parallelism = parallelism;
    this.imageFloats = network.info().arenaFloats();
    this.arena = new float[imageFloats];
    this.scratchFloats = scratchFloats;
    this.scratch = scratch;
    this.batches = new Batches(this, parallelism);
  }

  /** {@code y = operator(x)}. */
  public void run(Operator operator, View x, View y) {
    run(operator, x, null, y);
  }

  /** {@code y = operator(x, z)}; without images only its work is counted. */
  public void run(Operator operator, View x, View z, View y) {
    if (images == 0) {
      work += operator.work(x, y);
      return;
    }
    this.operator = rehearsed ? operator.rehearsed() : operator;
    this.x = x;
    this.z = z;
    this.y = y;
    long worth = images * operator.work(x, y) / WORTH_A_SHARE;
    int parts = (int) Math.max(1, Math.min(mostShares(), worth));
    parallelism.run(parts, share);
  }

  private int mostShares() {
    int degree = parallelism.degree();
    return network.isRehearsalPending() ? Math.min(degree, MOST_WHILE_COMPILING) : degree;
  }

  /** Lays the caller's images into the arena: NCHW to NHWC, and the border zeroed. */
  public void input(View y) {
    Layouts.fromNchw(input, inputOffset, images(), arena, y);
  }

  /** Writes the result to the caller's array: NHWC to NCHW. */
  public void output(View x) {
    Layouts.toNchw(arena, x, images(), output, outputOffset);
  }

  Network network() {
    return network;
  }

  Batches batches() {
    return batches;
  }

  /** How to cut batches: no image goes through the layers, which only tell their work. */
  Slicing slicing() {
    images = 0;
    work = 0;
    network.forward(this);
    return new Slicing(Caches.current(), imageFloats, work, network.weights());
  }

  /** A context for each thread, to be used while this one is not: scratch memory is the same. */
  Context[] apart() {
    Context[] contexts = new Context[scratch.length];
    for (int i = 0; i < contexts.length; i++) {
      float[][] own = {scratch(i)};
      contexts[i] = new Context(network, Parallelism.SEQUENTIAL, scratchFloats, own);
    }
    return contexts;
  }

  /** Runs images {@code from} to {@code to}; the arena grows with the first slice of so many. */
  void runSlice(float[] input, float[] output, int from, int to) {
    runSlice(input, output, from, to, network.isRehearsed());
  }

  /**
   * @param rehearsed whether on the kernels that take a while to compile
   */
  void runSlice(float[] input, float[] output, int from, int to, boolean rehearsed) {
    this.rehearsed = rehearsed;
    images = to - from;
    this.input = input;
    this.inputOffset = from * network.inputElements();
    this.output = output;
    this.outputOffset = from * network.outputElements();
    if (arena.length < images * imageFloats) {
      arena = new float[images * imageFloats];
    }
    network.forward(this);
  }

  @Override
  public float[] arena() {
    return arena;
  }

  @Override
  public int images() {
    return images;
  }

  @Override
  public View x() {
    return x;
  }

  @Override
  public View z() {
    return z;
  }

  @Override
  public View y() {
    return y;
  }

  @Override
  public float[] scratch(int part) {
    if (scratch[part] == null) {
      scratch[part] = new float[scratchFloats];
    }
    return scratch[part];
  }

  /** A class, because the first lambda of a process takes some milliseconds. */
  private final class Share implements Parallelism.Body {
    @Override
    public void run(int part, int parts) {
      if (part == 0) {
        Layouts.clearBorder(arena, y, images());
      }
      operator.compute(Context.this, part, parts);
    }
  }
}
