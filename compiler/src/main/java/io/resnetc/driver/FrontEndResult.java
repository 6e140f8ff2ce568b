package io.resnetc.driver;

import io.resnetc.ir.Graph;
import io.resnetc.runtime.weights.Weights;
import java.util.Optional;

/**
 * A model's graph as its file describes it.
 *
 * @param weights the model's own, where its file holds them
 * @param sourceSha256 the digest of the files that it was read from
 */
public record FrontEndResult(Graph graph, Optional<Weights> weights, String sourceSha256) {}
