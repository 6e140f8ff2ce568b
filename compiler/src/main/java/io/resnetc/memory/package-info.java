/**
 * Gives every buffer its place in one arena. Liveness says how long a value is needed; two values
 * that are never needed at the same time may lie in the same place.
 */
package io.resnetc.memory;
