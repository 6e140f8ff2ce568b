package io.resnetc.bind;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.syntax.Ast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A source file with all that it imports.
 *
 * @param units imported files before those that import them; the last is the file itself
 * @param blocks every block by its name: the whole program is one name space
 */
record Program(List<Ast.SourceUnit> units, Map<String, Ast.Block> blocks) {
  Program {
    units = List.copyOf(units);
    blocks = Map.copyOf(blocks);
  }

  Ast.SourceUnit main() {
    return units.get(units.size() - 1);
  }

  /** The models of the file itself; those of imported files are not ours. */
  List<Ast.Model> models() {
    return main().models().toList();
  }

  Stream<Ast.Assignment> constants() {
    return units.stream().flatMap(Ast.SourceUnit::constants);
  }

  /** What a step calls; reports a name that is neither a block nor an operator. */
  Optional<Callee> callee(Ast.Name name, DiagnosticLog log) {
    Optional<Callee> found = find(name.text());
    if (found.isEmpty() && Functions.find(name.text()).isPresent()) {
      log.error(ErrorKind.FUNCTION_AS_STEP, name.span(), name.text(), name.text());
    } else if (found.isEmpty()) {
      List<String> known = new ArrayList<>(blocks.keySet());
      known.addAll(OperatorTable.names());
      // By custom, blocks are capitalised and operators are not.
      boolean block = Character.isUpperCase(name.text().charAt(0));
      log.unknown(
          block ? ErrorKind.UNKNOWN_BLOCK : ErrorKind.UNKNOWN_OPERATOR,
          name.span(),
          known,
          name.text());
    }
    return found;
  }

  /** The function that an expression calls; reports a name that is none. */
  Optional<Function> function(Ast.Name name, DiagnosticLog log) {
    Optional<Function> found = Functions.find(name.text());
    if (found.isEmpty() && find(name.text()).isPresent()) {
      log.error(ErrorKind.BLOCK_AS_VALUE, name.span(), name.text(), kindOf(name.text()));
    } else if (found.isEmpty()) {
      log.unknown(ErrorKind.UNKNOWN_FUNCTION, name.span(), Functions.names(), name.text());
    }
    return found;
  }

  /** Reports a name that stands for no value. */
  void unknownName(Ast.Name name, List<String> visible, DiagnosticLog log) {
    if (find(name.text()).isPresent()) {
      log.error(ErrorKind.BLOCK_AS_VALUE, name.span(), name.text(), kindOf(name.text()));
    } else {
      log.unknown(ErrorKind.UNKNOWN_NAME, name.span(), visible, name.text());
    }
  }

  private Optional<Callee> find(String name) {
    Ast.Block block = blocks.get(name);
    return block != null
        ? Optional.of(new BlockCallee(block))
        : OperatorTable.find(name).map(Callee.class::cast);
  }

  private String kindOf(String name) {
    return blocks.containsKey(name) ? "a block" : "an operator";
  }
}
