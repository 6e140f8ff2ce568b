package io.resnetc.runtime;

import io.resnetc.runtime.weights.WeightsException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;

/**
 * A program that loads a network and answers once. A virtual machine that keeps an archive of the
 * classes of a run takes it for that run ({@code resnetc archive}).
 */
public final class FirstAnswer {
  private FirstAnswer() {}

  /**
   * Ends with status 1 and a line on standard error where the network cannot be loaded.
   *
   * @param arguments the generated class and its weights, a safetensors file
   */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    try {
      answer(arguments[0], Path.of(arguments[1]));
    } catch (ClassNotFoundException e) {
      fail("there is no class " + arguments[0] + " on the class path");
    } catch (NoSuchMethodException | ClassCastException e) {
      fail(arguments[0] + " is no network: it has no method load(Path) that makes one");
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof WeightsException || e.getCause() instanceof IOException) {
        fail(e.getCause().getMessage());
      }
      throw e;
    }
  }

  private static void answer(String name, Path weights) throws ReflectiveOperationException {
    Network network =
        (Network) Class.forName(name).getMethod("load", Path.class).invoke(null, weights);
    try (Workers workers = new Workers(2)) {
      float[] image = new float[network.inputElements()];
      network.run(network.newContext(workers), image, 1, new float[network.outputElements()]);
    }
  }

  private static void fail(String message) {
    System.err.println(message);
    System.exit(1);
  }
}
