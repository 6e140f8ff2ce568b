/**
 * Local rewrites of the graph, one a file, each with a drawing of before and after. A {@link
 * io.resnetc.pass.rule.Rule} looks at one node and those it is computed from, and answers with a
 * {@link io.resnetc.pass.rule.Replacement} or nothing. It never changes what the graph computes
 * beyond the rounding of the last bits.
 */
package io.resnetc.pass.rule;
