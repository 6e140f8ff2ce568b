package io.resnetc.runtime;

import java.util.Arrays;

/**
 * A compiled network with its weights: what every generated class extends. Safe to share between
 * threads; each thread calls it through a {@link Context} of its own.
 */
public abstract class Network {
  private final NetworkInfo info;
  // Kept here because a call may not allocate, and the info counts them in streams.
  private final int inputElements;
  private final int outputElements;
  private final Rehearsal rehearsal = new Rehearsal(this);
  private int scratch;

  protected Network(NetworkInfo info) {
    this.info = info;
    this.inputElements = info.inputElements();
    this.outputElements = info.outputElements();
  }

  /**
   * Runs the layers of a part on the images that the context holds. The first part begins with
   * {@link Context#input}, the last ends with {@link Context#output}, and every other ends with
   * {@link Context#handOver}.
   *
   * @param part counted from 0; there are as many as {@link NetworkInfo#parts} has
   */
  protected abstract void forward(Context context, int part);

  /** Remembers how much scratch memory an operator needs, and returns it. */
  protected final <T extends Operator> T register(T operator) {
    Operator rehearsed = operator.rehearsed();
    if (rehearsed != operator) {
      rehearsal.require();
    }
    scratch = Math.max(scratch, Math.max(operator.scratch(), rehearsed.scratch()));
    return operator;
  }

  public final NetworkInfo info() {
    return info;
  }

  /**
   * Whether calls that begin now use the kernels that take a while to compile. Where this process
   * has such, it becomes true within a second or so of the first answer.
   */
  public final boolean isRehearsed() {
    return rehearsal.isOver();
  }

  /** Whether it answers while the virtual machine still compiles its kernels. */
  final boolean isRehearsalPending() {
    return rehearsal.isPending();
  }

  /** A context that computes on the calling thread alone. */
  public final Context newContext() {
    return newContext(Parallelism.SEQUENTIAL);
  }

  /** A context that spreads each layer over {@code parallelism}. */
  public final Context newContext(Parallelism parallelism) {
    return new Context(this, parallelism, scratch);
  }

  /**
   * Runs a batch without allocating, but for larger arenas at the first batch that needs them: some
   * images share each reading of the weights, and threads take images of their own where that is
   * faster than sharing each layer. Results have the same bits as one by one.
   *
   * @param context a context of this network that no other thread is using
   * @param input {@code batch} images in NCHW order
   * @param batch how many images, at least 1
   * @param output receives {@code batch} rows of {@link NetworkInfo#outputElements()} values
   * @throws IllegalArgumentException when an array is too short or the context is another network's
   */
  public final void run(Context context, float[] input, int batch, float[] output) {
    if (context.network() != this) {
      throw new IllegalArgumentException("the context belongs to another network");
    }
    checkLength("input", input.length, batch, inputElements);
    checkLength("output", output.length, batch, outputElements);
    context.batches().run(input, batch, output);
    rehearsal.answered(context, batch);
  }

  /**
   * Runs a batch in a fresh context on the calling thread.
   *
   * @param input one or more images in NCHW order
   * @return {@link NetworkInfo#outputElements()} values for each image
   */
  public final float[] run(float[] input) {
    int batch = input.length / inputElements;
    if (batch == 0 || batch * inputElements != input.length) {
      throw new IllegalArgumentException(
          "%d values are no whole number of images of %s"
              .formatted(input.length, Arrays.toString(info.inputShape())));
    }
    float[] output = new float[batch * outputElements];
    run(newContext(), input, batch, output);
    return output;
  }

  final int inputElements() {
    return inputElements;
  }

  final int outputElements() {
    return outputElements;
  }

  private static void checkLength(String what, int length, int batch, int each) {
    if (batch < 1 || length < (long) batch * each) {
      throw new IllegalArgumentException(
          "the %s array has %d values; a batch of %d needs %d"
              .formatted(what, length, batch, (long) batch * each));
    }
  }
}
