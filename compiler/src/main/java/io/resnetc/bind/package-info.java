/**
 * From syntax to a graph: follows imports, checks every name and argument of the program, then
 * expands one model, block by block and repetition by repetition, into operators. All that a user
 * can get wrong beyond the grammar is reported here, many errors a run; a value that could not be
 * made goes on as {@link io.resnetc.bind.Value.Unknown}, about which nobody complains again.
 */
package io.resnetc.bind;
