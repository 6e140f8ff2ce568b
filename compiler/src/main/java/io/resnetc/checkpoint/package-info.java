/**
 * Checkpoints: whatever file a network was saved to (safetensors, PyTorch's two formats, ONNX),
 * read as named tensors, its kind told from its bytes. The names are made those of the model: known
 * prefixes are removed, and rules rename the rest. Files are not trusted: nothing that one names is
 * loaded or called, and no size that one claims is believed.
 */
package io.resnetc.checkpoint;
