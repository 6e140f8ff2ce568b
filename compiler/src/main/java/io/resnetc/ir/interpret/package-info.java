/**
 * What a graph means: a slow interpreter in double precision, written to be read next to {@code
 * docs/ir.md} and compared with. Every pass is checked by running the graph before and after it,
 * and generated classes are checked against it. It shares no code with what it checks.
 */
package io.resnetc.ir.interpret;
