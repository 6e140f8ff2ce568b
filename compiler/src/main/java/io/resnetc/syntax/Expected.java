package io.resnetc.syntax;

import io.resnetc.grammar.ResnetLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Names a set of tokens the way that people speak of it: "an expression", "',' or ')'". */
final class Expected {
  private static final Set<String> EXPRESSION =
      Set.of(
          "INT", "FLOAT", "STRING", "ID", "'input'", "'x'", "'('", "'['", "'-'", "'not'", "'if'",
          "'true'", "'false'");
  private static final Set<String> OPERATOR =
      Set.of(
          "'+'", "'-'", "'*'", "'/'", "'%'", "'<'", "'<='", "'>'", "'>='", "'=='", "'!='", "'and'",
          "'or'");
  private static final Set<String> NAME = Set.of("ID", "'input'", "'x'");

  private Expected() {}

  static String text(IntervalSet tokens, Vocabulary vocabulary) {
    Set<String> names = new TreeSet<>();
    for (int type : tokens.toArray()) {
      names.add(type == Token.EOF ? "the end of the file" : vocabulary.getDisplayName(type));
    }
    List<String> groups = new ArrayList<>();
    if (tokens.contains(ResnetLexer.STRING) && names.contains("'('")) {
      names.removeAll(EXPRESSION);
      groups.add("an expression");
    } else if (names.contains("ID")) {
      names.removeAll(NAME);
      groups.add("a name");
    }
    // After an operand any operator may follow, but rarely is one what was forgotten.
    boolean operand = names.contains("'or'");
    if (operand) {
      names.removeAll(OPERATOR);
    }
    names.forEach(name -> groups.add(spoken(name)));
    if (groups.isEmpty()) {
      return "an operator";
    }
    String last = groups.remove(groups.size() - 1);
    return groups.isEmpty() ? last : String.join(", ", groups) + " or " + last;
  }

  private static String spoken(String name) {
    return switch (name) {
      case "INT" -> "an integer";
      case "FLOAT" -> "a number";
      case "STRING" -> "a string";
      case "ID" -> "a name";
      default -> name;
    };
  }
}
