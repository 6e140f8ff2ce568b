package io.resnetc.syntax;

import io.resnetc.diag.SourceFile;
import io.resnetc.diag.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The declarations of a source file, as they are written: nothing is resolved or expanded. */
public sealed interface Ast {
  Span span();

  /** One source file. */
  record SourceUnit(SourceFile file, List<Declaration> declarations) {
    public SourceUnit {
      declarations = List.copyOf(declarations);
    }

    public Stream<Import> imports() {
      return declared(Import.class);
    }

    public Stream<Assignment> constants() {
      return declared(Assignment.class);
    }

    public Stream<Block> blocks() {
      return declared(Block.class);
    }

    public Stream<Model> models() {
      return declared(Model.class);
    }

    private <D extends Declaration> Stream<D> declared(Class<D> type) {
      return declarations.stream().filter(type::isInstance).map(type::cast);
    }
  }

  /** What can stand at the top of a file. */
  sealed interface Declaration extends Ast {}

  /** {@code import "blocks.rn"}. */
  record Import(String path, Span span) implements Declaration {}

  /** {@code name = value}: a constant of the file, or a name inside a body. */
  record Assignment(Name name, Expr value, Span span) implements Declaration {}

  /** A block: a piece of network with parameters, fed through {@code input}. */
  record Block(Name name, List<Parameter> parameters, Body body, Span span) implements Declaration {
    public Block {
      parameters = List.copyOf(parameters);
    }
  }

  /** A network. */
  record Model(Name name, List<Parameter> parameters, List<Input> inputs, Body body, Span span)
      implements Declaration {
    public Model {
      parameters = List.copyOf(parameters);
      inputs = List.copyOf(inputs);
    }
  }

  /** An identifier and where it stands. */
  record Name(String text, Span span) implements Ast {}

  /** A parameter of a block or a model. */
  record Parameter(Name name, Optional<Expr> value, Span span) implements Ast {}

  /** {@code input image [3, 32, 32] { scale = 1/255 }}. */
  record Input(Name name, List<Expr> dims, List<Option> options, Span span) implements Ast {
    public Input {
      dims = List.copyOf(dims);
      options = List.copyOf(options);
    }
  }

  /** One setting of an input's preprocessing. */
  record Option(Name name, Expr value, Span span) implements Ast {}

  /** Named values, then the result; a faulty one has none. */
  record Body(List<Assignment> assignments, Optional<Expr> result, Span span) implements Ast {
    public Body {
      assignments = List.copyOf(assignments);
    }
  }

  /**
   * An argument of a call.
   *
   * @param values one, or one for each of the first repetitions
   */
  record Argument(Optional<Name> name, List<Expr> values, Span span) implements Ast {
    public Argument {
      values = List.copyOf(values);
    }
  }
}
