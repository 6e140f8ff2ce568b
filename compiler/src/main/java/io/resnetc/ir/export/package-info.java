/**
 * Forms of a graph for other programs, written and never read back: GraphViz for the eyes and JSON
 * for scripts. The form for people and tests is the text form, {@link io.resnetc.ir.text}.
 */
package io.resnetc.ir.export;
