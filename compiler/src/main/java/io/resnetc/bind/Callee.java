package io.resnetc.bind;

/** What a step can call. */
sealed interface Callee permits Operator, BlockCallee {
  Signature signature();
}
