package io.resnetc.driver;

/** This Java has no compiler. */
public final class NoJavaCompilerException extends Exception {
  private static final long serialVersionUID = 1L;

  NoJavaCompilerException() {
    super(
        "the Java at %s has no compiler, which running a model needs; use a JDK, not a JRE"
            .formatted(System.getProperty("java.home")));
  }
}
