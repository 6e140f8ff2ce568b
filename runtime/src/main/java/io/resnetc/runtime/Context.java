package io.resnetc.runtime;

/**
 * The working memory of one caller: an arena, scratch memory, and the parallelism that its layers
 * may use. Reusable, and not safe for two threads at a time.
 */
public final class Context implements Call {
  /** Multiply-adds that take half a microsecond: as long as handing over a share. */
  private static final long WORTH_A_SHARE = 1 << 16;

  /** Images that share each reading of the weights. More would not be read much faster. */
  private static final int MOST_IMAGES = 8;

  /** Floats of arena for a slice: about what a third-level cache has for us (8 MiB). */
  private static final int SLICE_FLOATS = 1 << 21;

  private final Network network;
  private final Parallelism parallelism;
  private final int imageFloats;
  private final float[][] scratch;
  private final Parallelism.Body share = new Share();

  private float[] arena;
  private int images;
  private float[] input;
  private int inputOffset;
  private float[] output;
  private int outputOffset;

  private Operator operator;
  private View x;
  private View z;
  private View y;

  Context(Network network, Parallelism parallelism, int arenaFloats, int scratchFloats) {
    this.network = network;
    this.parallelism = parallelism;
    this.imageFloats = arenaFloats;
    this.arena = new float[arenaFloats];
    this.scratch = new float[parallelism.degree()][scratchFloats];
  }

  /** {@code y = operator(x)}. */
  public void run(Operator operator, View x, View y) {
    run(operator, x, null, y);
  }

  /** {@code y = operator(x, z)}. */
  public void run(Operator operator, View x, View z, View y) {
    this.operator = operator;
    this.x = x;
    this.z = z;
    this.y = y;
    long worth = images * operator.work(x, y) / WORTH_A_SHARE;
    int parts = (int) Math.max(1, Math.min(parallelism.degree(), worth));
    parallelism.run(parts, share);
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

  /** How many images of a batch are best processed together; at least 1. */
  int slice() {
    return Math.max(1, Math.min(MOST_IMAGES, SLICE_FLOATS / imageFloats));
  }

  /** Takes the next images; the arena grows with the first slice of so many. */
  void begin(int images, float[] input, int inputOffset, float[] output, int outputOffset) {
    this.images = images;
    this.input = input;
    this.inputOffset = inputOffset;
    this.output = output;
    this.outputOffset = outputOffset;
    if (arena.length < images * imageFloats) {
      arena = new float[images * imageFloats];
    }
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
