package io.resnetc.diag;

/** Every kind of mistake that the compiler reports, with its text. */
public enum ErrorKind {
  // Reading and parsing.
  CANNOT_READ("cannot read '%s': %s"),
  NOT_UTF8("'%s' is not UTF-8 text"),
  FILE_TOO_LARGE("'%s' is larger than %d MiB"),
  BAD_CHARACTER("unexpected %s"),
  UNTERMINATED_STRING("the string is not closed on its line"),
  UNTERMINATED_COMMENT("the comment is never closed"),
  BAD_ESCAPE("unknown escape '%s' in a string"),
  SYNTAX("expected %s, found %s"),
  OPERATOR_AFTER_CHAIN("'%s' cannot follow a chain: put the chain in parentheses"),
  STEP_WITHOUT_INPUT("'%s' is a step: what flows into it comes before it, as in value -> %1$s"),
  UNFINISHED_FILE("unexpected end: %s"),
  TOO_DEEP("nested too deeply"),
  BAD_LABEL("'%s' cannot be part of a label"),
  NO_RESULT("%s has no result: its last line must be an expression"),

  // Names.
  UNKNOWN_BLOCK("unknown block '%s'"),
  UNKNOWN_OPERATOR("unknown operator '%s'"),
  UNKNOWN_FUNCTION("unknown function '%s'"),
  UNKNOWN_NAME("unknown name '%s'"),
  UNKNOWN_ARGUMENT("unknown argument '%s' of '%s'"),
  UNKNOWN_OPTION("unknown option '%s' of the input"),
  UNKNOWN_DEFINE("model '%2$s' has no parameter '%1$s'"),
  DUPLICATE_NAME("'%s' is defined twice"),
  DUPLICATE_BLOCK("block '%s' is defined twice"),
  DUPLICATE_MODEL("model '%s' is defined twice"),
  DUPLICATE_PARAMETER("parameter '%s' is declared twice"),
  DUPLICATE_ARGUMENT("argument '%s' of '%s' is given twice"),
  DUPLICATE_LABEL("label '%s' is used twice"),
  RESERVED_NAME("'%s' is the name of an operator"),
  BLOCK_AS_VALUE("'%s' is %s: feed it with '->'"),
  FUNCTION_AS_STEP("'%s' is a function, not an operator: write %s(x)"),

  // Arguments.
  MISSING_ARGUMENT("'%s' needs a value for %s"),
  TOO_MANY_ARGUMENTS("'%s' takes %s, not %d"),
  POSITIONAL_AFTER_NAMED("a positional argument cannot follow a named one"),
  WRONG_ARGUMENT("'%s' of '%s' must be %s, not %s"),
  UNLABELLED("'%s' has parameters, so it needs a label: write name: %s"),
  THEN_WITHOUT_REPEAT("'then' gives a value for each repetition, but '%s' is not repeated"),
  WRONG_OPTION("option '%s' of the input must be %s, not %s"),

  // Values.
  WRONG_TYPE("%s must be %s, not %s"),
  INTEGER_OVERFLOW("the integer does not fit in 32 bits: %s"),
  NOT_FINITE("the number is too large: %s"),
  DIVISION_BY_ZERO("division by zero"),
  BAD_INDEX("there is no index %d in a list of %d"),
  LIST_TOO_LONG("a list of %d elements is too long: at most %d"),
  UNSUPPORTED("%s is not supported yet"),

  // Loops, repeats and recursion.
  BAD_ROW("row %d does not fit the pattern of %d names: it is %s"),
  REPEAT_COUNT("a repeat count must be at least 1, not %d"),
  TOO_LARGE("the network is too large: more than %d operators, blocks and rounds"),
  ENDLESS_RECURSION("the recursion of '%s' does not end: %d blocks deep"),
  IMPORT_NOT_FOUND("cannot find '%s'"),
  IMPORT_CYCLE("'%s' imports itself"),

  // Shapes.
  ADD_MISMATCH("cannot add %s and %s"),
  BAD_SHAPE("%s"),

  // Models.
  NO_MODEL("'%s' has no model"),
  NO_SUCH_MODEL("no model '%s'; there is %s"),
  CHOOSE_MODEL("several models and none chosen: choose one of %s"),
  NO_INPUT("model '%s' has no input"),
  SEVERAL_INPUTS("model '%s' has a second input"),
  MISSING_DEFINE("parameter '%s' of model '%s' has no value: give it one with --define %1$s=..."),
  LABEL_COUNT("%d labels for an output of %s");

  private final String template;

  ErrorKind(String template) {
    this.template = template;
  }

  String message(Object... arguments) {
    return template.formatted(arguments);
  }
}
