/**
 * From text to abstract syntax: the only package that knows ANTLR. It reports what is wrong with
 * the text, many errors a file and in the compiler's own words, and prints a tree back as source.
 * What a name means is not asked here.
 */
package io.resnetc.syntax;
