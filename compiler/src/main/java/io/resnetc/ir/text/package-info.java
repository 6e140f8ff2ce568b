/**
 * The IR's text form: what {@code resnetc dump} shows, what the passes' tests are written in, and
 * what a bug report contains. {@link io.resnetc.ir.text.Printer} writes it and {@link
 * io.resnetc.ir.text.IrParser} reads it back to an equal graph. An operator goes to its attributes
 * ({@link io.resnetc.ir.text.OpWriter}) and from there to text, and the same way back ({@link
 * io.resnetc.ir.text.OpReader}), so that one new attribute is one line on each side. The form is
 * specified in {@code docs/ir.md}.
 */
package io.resnetc.ir.text;
