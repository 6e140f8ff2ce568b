/**
 * What tests of several packages share: seeded random graphs, and weights made by a hash instead of
 * a file.
 */
package io.resnetc.testing;
