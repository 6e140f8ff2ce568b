/**
 * The compiler as a library: {@link io.resnetc.driver.Compiler} takes a model through every stage,
 * and says which stage failed and on what graph when one has a bug. The command line and the Maven
 * plugin are users of this package.
 */
package io.resnetc.driver;
