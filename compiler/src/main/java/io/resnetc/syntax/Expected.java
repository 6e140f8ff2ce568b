package io.resnetc.syntax;

import io.resnetc.grammar.ResnetParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.misc.IntervalSet;

/** The tokens that could have stood at a place, named the way that people speak of them. */
record Expected(Set<String> tokens) {
  private static final Set<String> NAME = Set.of("ID", "'input'", "'x'");
  private static final Set<String> OPERATORS =
      Set.of(
          "'+'", "'-'", "'*'", "'/'", "'%'", "'<'", "'<='", "'>'", "'>='", "'=='", "'!='", "'and'",
          "'or'", "'->'", "'then'");
  private static final Set<String> EXPRESSION =
      Set.of(
          "INT", "FLOAT", "STRING", "ID", "'input'", "'x'", "'('", "'['", "'-'", "'not'", "'if'",
          "'true'", "'false'");
  private static final Set<String> STEP =
      Set.of(
          "INT",
          "FLOAT",
          "ID",
          "'input'",
          "'x'",
          "'('",
          "'{'",
          "'sequence'",
          "'for'",
          "'in'",
          "'import'",
          "'block'",
          "'model'",
          "'return'",
          "'if'",
          "'else'",
          "'then'",
          "'and'",
          "'or'",
          "'not'",
          "'true'",
          "'false'");
  private static final Set<String> DECLARATION =
      Set.of("'import'", "'block'", "'model'", "ID", "'input'", "'x'", "<EOF>", "EOF");

  static Expected of(Parser parser, RecognitionException cause) {
    Set<String> names = new TreeSet<>();
    for (int type : types(parser, cause).toArray()) {
      names.add(ResnetParser.VOCABULARY.getDisplayName(type));
    }
    if (parser.getContext().getRuleIndex() == ResnetParser.RULE_steps && names.contains("'}'")) {
      // Where the braces should end, the parser has given up the arrow that may go on.
      names.add("'->'");
    }
    return new Expected(names);
  }

  private static IntervalSet types(Parser parser, RecognitionException cause) {
    int rule = parser.getContext().getRuleIndex();
    if (rule == ResnetParser.RULE_unit) {
      return firstOf(parser, rule);
    }
    if (cause instanceof InputMismatchException) {
      return cause.getExpectedTokens();
    }
    if (cause instanceof NoViableAltException stuck
        && stuck.getStartToken() == cause.getOffendingToken()) {
      return parser.getATN().getExpectedTokens(cause.getOffendingState(), stuck.getCtx());
    }
    // Several rules went on up to this token, and each expected something else. In a step, all of
    // them want to come to what is called.
    return rule == ResnetParser.RULE_step ? firstOf(parser, rule) : new IntervalSet();
  }

  private static IntervalSet firstOf(Parser parser, int rule) {
    return parser.getATN().nextTokens(parser.getATN().ruleToStartState[rule]);
  }

  /** Whether an operand could stand here. */
  boolean expression() {
    return tokens.contains("STRING");
  }

  @Override
  public String toString() {
    Set<String> rest = new TreeSet<>(tokens);
    List<String> groups = new ArrayList<>();
    if (rest.contains("'then'") && rest.contains("'import'")) {
      take(rest, STEP, "a block or an operator", groups);
    } else if (rest.contains("'block'")) {
      take(rest, DECLARATION, "a declaration", groups);
      rest.removeAll(OPERATORS);
    } else {
      // Operators may follow every operand, but are seldom what was forgotten.
      if (rest.contains("'->'")) {
        rest.removeAll(OPERATORS);
      }
      if (rest.remove("'return'")) {
        take(rest, EXPRESSION, "a statement", groups);
      } else if (rest.contains("STRING") && rest.contains("'('")) {
        take(rest, EXPRESSION, "an expression", groups);
      } else if (rest.contains("ID")) {
        take(rest, NAME, "a name", groups);
      }
    }
    if (afterStep()) {
      rest.remove("'}'");
      groups.add("'->'");
      groups.add("'}'");
    }
    rest.remove("OPEN_ARGUMENTS");
    rest.remove("OPEN_INDEX");
    rest.forEach(name -> groups.add(spoken(name)));
    if (groups.isEmpty()) {
      return "something else";
    }
    String last = groups.remove(groups.size() - 1);
    return groups.isEmpty() ? last : String.join(", ", groups) + " or " + last;
  }

  /** Where a step in braces has ended: another may follow, or the end of the braces. */
  private boolean afterStep() {
    return tokens.contains("'->'") && tokens.contains("'}'") && !tokens.contains("'+'");
  }

  private static String spoken(String name) {
    return switch (name) {
      case "STRING" -> "a string";
      case "EOF" -> "the end";
      case "'}'" -> "a new statement or '}'";
      default -> name;
    };
  }

  private static void take(
      Set<String> rest, Set<String> members, String spoken, List<String> groups) {
    rest.removeAll(members);
    groups.add(spoken);
  }
}
