package io.resnetc.bind;

import java.util.List;

/** What an operator's argument can be. */
enum ArgumentType {
  COUNT("an integer of at least 1") {
    @Override
    boolean accepts(Value value) {
      return value instanceof Value.Int number && number.value() >= 1;
    }
  },
  SIZE("an integer of at least 0") {
    @Override
    boolean accepts(Value value) {
      return value instanceof Value.Int number && number.value() >= 0;
    }
  },
  PAIR("an integer of at least 1 or [rows, columns]") {
    @Override
    boolean accepts(Value value) {
      return COUNT.accepts(value) || COUNT.acceptsList(value, List.of(2));
    }
  },
  PADDING("an integer of at least 0, [rows, columns] or [top, left, bottom, right]") {
    @Override
    boolean accepts(Value value) {
      return SIZE.accepts(value) || SIZE.acceptsList(value, List.of(2, 4));
    }
  },
  POSITIVE("a number above 0") {
    @Override
    boolean accepts(Value value) {
      return value instanceof Value.Int number && number.value() > 0
          || value instanceof Value.Real real && real.value() > 0;
    }
  },
  NUMBER("a number") {
    @Override
    boolean accepts(Value value) {
      return value instanceof Value.Int || value instanceof Value.Real;
    }
  },
  INTEGER("an integer") {
    @Override
    boolean accepts(Value value) {
      return value instanceof Value.Int;
    }
  },
  EDGES("an integer, [rows, columns] or [top, left, bottom, right]") {
    @Override
    boolean accepts(Value value) {
      return INTEGER.accepts(value) || INTEGER.acceptsList(value, List.of(2, 4));
    }
  },
  BOOL("true or false") {
    @Override
    boolean accepts(Value value) {
      return value instanceof Value.Bool;
    }
  };

  private final String description;

  ArgumentType(String description) {
    this.description = description;
  }

  abstract boolean accepts(Value value);

  String description() {
    return description;
  }

  private boolean acceptsList(Value value, List<Integer> sizes) {
    return value instanceof Value.ListOf list
        && sizes.contains(list.elements().size())
        && list.elements().stream().allMatch(this::accepts);
  }
}
