package io.resnetc.runtime.weights;

/**
 * Hands a network its parameters by name while it is being built, and keeps account: whatever is
 * missing, mis-shaped or left over is reported at once by {@link #complete()}.
 */
public interface Parameters {
  /**
   * The named tensor. When it is missing or has other dimensions, that is noted for {@link
   * #complete()} and zeros of the right dimensions are returned.
   */
  Tensor tensor(String name, int... dims);

  /**
   * The batch norm of {@code path.weight}, {@code .bias}, {@code .running_mean}, {@code
   * .running_var}.
   */
  BatchNorm batchNorm(String path, int channels, double eps);

  /**
   * Ends the binding.
   *
   * @throws WeightsException listing every parameter that was missing, mis-shaped or left over
   */
  void complete();
}
