package io.resnetc.maven;

/** The plugin's configuration asks for what the project's models cannot give. */
final class SelectionException extends Exception {
  private static final long serialVersionUID = 1L;

  SelectionException(String message) {
    super(message);
  }
}
