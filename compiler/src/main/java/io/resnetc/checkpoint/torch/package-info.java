/**
 * PyTorch's checkpoints, without PyTorch: the zip archives that {@code torch.save} writes since
 * version 1.6 and the plain files that it wrote before. Both hold a pickle that describes tensors
 * as strided views of storages, and the storages' bytes beside it.
 */
package io.resnetc.checkpoint.torch;
