package io.resnetc.checkpoint.pickle;

/** Python's None. */
public enum None {
  NONE
}
