/**
 * What the compiler says about its input: source files and spans in them, the kinds of errors, and
 * a log that collects many before anything is printed. A diagnostic is data; only {@link
 * io.resnetc.diag.Diagnostic#toString()} knows how one looks. This package sees no other.
 */
package io.resnetc.diag;
