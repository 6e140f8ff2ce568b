package io.resnetc.runtime;

import io.resnetc.runtime.machine.Caches;
import java.util.ArrayList;
import java.util.List;

/**
 * The working memory of one caller: arenas, scratch memory, and the parallelism that its layers may
 * use. Reusable, and not safe for two threads at a time.
 */
public final class Context implements Call {
  /** Multiply-adds that take half a microsecond: as long as handing over a share. */
  private static final long WORTH_A_SHARE = 1 << 16;

  /** Multiply-adds that take as long as laying an element of an image into the arena. */
  private static final int LAID_ELEMENT = 64;

  /**
   * Shares at a time while kernels are being compiled: a processor is left to the compiler, which
   * the first answers wait for more than for each other's shares.
   */
  private static final int MOST_WHILE_COMPILING =
      Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

  private final Network network;
  private final Parallelism parallelism;
  private final int parts;
  private final int scratchFloats;
  // By the part whose slice begins in it; the first holds single images from end to end.
  private final float[][] arenas;
  // Made when a share first needs its own: a first answer may do with fewer shares.
  private final float[][] scratch;
  private final Parallelism.Body share = new Share();
  private final Parallelism.Body inputShare = new InputShare();
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

  private View handedOver;

  private long work;
  private long weights;

  /**
   * @param scratchFloats of scratch memory that the network's operators need for a share
   */
  Context(Network network, Parallelism parallelism, int scratchFloats) {
    this(network, parallelism, scratchFloats, new float[parallelism.degree()][]);
  }

  private Context(Network network, Parallelism parallelism, int scratchFloats, float[][] scratch) {
    this.network = network;
    this.parallelism = parallelism;
    this.parts = network.info().parts().size();
    this.arenas = new float[parts][0];
    this.scratchFloats = scratchFloats;
    this.scratch = scratch;
    this.batches = new Batches(this, parallelism);
  }

  /** {@code y = operator(x)}. */
  public void run(Operator operator, View x, View y) {
    run(operator, x, null, y);
  }

  /** {@code y = operator(x, z)}; without images only its cost is counted. */
  public void run(Operator operator, View x, View z, View y) {
    if (images == 0) {
      work += operator.work(x, y);
      weights += operator.weights();
      return;
    }
    this.operator = rehearsed ? operator.rehearsed() : operator;
    this.x = x;
    this.z = z;
    this.y = y;
    parallelism.run(shares(images * operator.work(x, y)), share);
  }

  /** In how many shares so many multiply-adds are done. */
  private int shares(long work) {
    return (int) Math.max(1, Math.min(mostShares(), work / WORTH_A_SHARE));
  }

  private int mostShares() {
    int degree = parallelism.degree();
    return network.isRehearsalPending() ? Math.min(degree, MOST_WHILE_COMPILING) : degree;
  }

  /** Lays the caller's images, if any, into the arena: NCHW to NHWC, and the border zeroed. */
  public void input(View y) {
    if (images == 0) {
      return;
    }
    this.y = y;
    long elements = (long) images * y.channels() * y.height() * y.width();
    parallelism.run(shares(elements * LAID_ELEMENT), inputShare);
  }

  /** Writes the result to the caller's array: NHWC to NCHW. */
  public void output(View x) {
    Layouts.toNchw(arena, x, images(), output, outputOffset);
  }

  /** Says which value the next part begins with: all that is live between the two. */
  public void handOver(View x) {
    handedOver = x;
  }

  Network network() {
    return network;
  }

  Batches batches() {
    return batches;
  }

  /** How to cut batches: no image goes through the layers, which only tell their cost. */
  Slicing slicing() {
    images = 0;
    List<Slicing.Cost> costs = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      work = 0;
      weights = 0;
      network.forward(this, part);
      costs.add(new Slicing.Cost(network.info().parts().get(part), work, weights));
    }
    return new Slicing(Caches.current(), costs);
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

  /** Runs a single image, on the kernels that calls that begin now use. */
  void runOne(float[] input, float[] output) {
    begin(input, output, network.isRehearsed());
    runTogether(1);
  }

  /**
   * Takes the arrays of a batch, whose images are run next.
   *
   * @param rehearsed whether on the kernels that take a while to compile
   */
  void begin(float[] input, float[] output, boolean rehearsed) {
    this.input = input;
    this.output = output;
    this.rehearsed = rehearsed;
  }

  /** Runs the first so many images from end to end in one arena. */
  void runTogether(int count) {
    runParts(0, parts, arena(0, count * network.info().arenaFloats()), 0, count);
  }

  /** Runs images {@code from} to {@code to} through some parts. */
  void runParts(int firstPart, int endPart, float[] arena, int from, int to) {
    this.arena = arena;
    images = to - from;
    inputOffset = from * network.inputElements();
    outputOffset = from * network.outputElements();
    for (int part = firstPart; part < endPart; part++) {
      network.forward(this, part);
    }
  }

  /**
   * Copies what was handed over last into the arena of the next part.
   *
   * @param first where its images begin there
   * @param count how many images that arena is for
   */
  void copyHandedOver(float[] next, int first, int count) {
    int size = handedOver.size();
    int offset = handedOver.offset();
    System.arraycopy(arena, offset * images, next, offset * count + first * size, images * size);
  }

  /** The arena for slices that begin with a part, of at least so many floats. */
  float[] arena(int part, int floats) {
    if (arenas[part].length < floats) {
      arenas[part] = new float[floats];
    }
    return arenas[part];
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

  private final class InputShare implements Parallelism.Body {
    @Override
    public void run(int part, int parts) {
      if (part == 0) {
        Layouts.clearBorder(arena, y, images());
      }
      Layouts.fromNchw(input, inputOffset, images(), arena, y, part, parts);
    }
  }
}
