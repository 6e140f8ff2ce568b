/**
 * What makes a graph cheaper without changing what it computes. A {@link io.resnetc.pass.Pass} is a
 * pure function from graph to graph; {@link io.resnetc.pass.Passes} is the list of them in order;
 * {@link io.resnetc.pass.Pipeline} runs a list and verifies the graph after each. Most passes are
 * {@link io.resnetc.pass.RulePass rules applied until none fires}, and the rules live in {@link
 * io.resnetc.pass.rule}. Every pass is optional: a graph that skips one is slower, never wrong.
 */
package io.resnetc.pass;
