/**
 * Weights: safetensors files in, named tensors out. A file is checked in full when it is read, kept
 * where it lies, and decoded to floats some rows at a time as a network packs them; a network that
 * finds its parameters missing, mis-shaped or left over hears of all of them at once.
 */
package io.resnetc.runtime.weights;
