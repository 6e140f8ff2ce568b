/**
 * Graphs as source text of the language: the way back from {@link io.resnetc.ir}. What is printed
 * binds to the same graph, but for the order of nodes that do not depend on each other.
 */
package io.resnetc.source;
