/**
 * The intermediate representation: an immutable graph in SSA form, typed with shapes, every node
 * with the place in the source that it came from. Operators are in {@link io.resnetc.ir.op}; what
 * can be done with any graph has a package of its own: {@link io.resnetc.ir.text} (print and
 * parse), {@link io.resnetc.ir.verify} (invariants), {@link io.resnetc.ir.interpret} (meaning) and
 * {@link io.resnetc.ir.export} (GraphViz and JSON). Specified in {@code docs/ir.md}.
 */
package io.resnetc.ir;
