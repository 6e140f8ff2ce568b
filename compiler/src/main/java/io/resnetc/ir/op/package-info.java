/**
 * The operators: one record each with its attributes, its parameters as symbolic expressions and
 * its shape rule. An operator is only what it computes; how is decided when a graph is lowered. A
 * new operator is a new record, a method of {@link io.resnetc.ir.op.OpVisitor}, and what the
 * compiler then asks for.
 */
package io.resnetc.ir.op;
