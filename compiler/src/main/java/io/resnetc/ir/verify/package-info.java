/**
 * The IR's invariants. {@link io.resnetc.ir.verify.Verifier} runs after the front end and after
 * every pass, so that a fault is found where it was made.
 */
package io.resnetc.ir.verify;
