package io.resnetc.bind;

import io.resnetc.syntax.Ast;

/** A block of the program. */
record BlockCallee(Ast.Block block) implements Callee {
  @Override
  public Signature signature() {
    return new Signature(
        block.name().text(),
        block.parameters().stream().map(parameter -> parameter.name().text()).toList(),
        block.parameters().stream()
            .filter(parameter -> parameter.value().isEmpty())
            .map(parameter -> parameter.name().text())
            .toList());
  }
}
