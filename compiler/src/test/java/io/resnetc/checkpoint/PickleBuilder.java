package io.resnetc.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Assembles pickles instruction by instruction: those that PyTorch writes, and any other. */
public final class PickleBuilder {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Begins a pickle of protocol 2, which {@code torch.save} uses. */
  public PickleBuilder() {
    code(0x80, 2);
  }

  /** Any bytes. */
  public PickleBuilder code(int... codes) {
    for (int code : codes) {
      bytes.write(code);
    }
    return this;
  }

  public PickleBuilder global(String module, String name) {
    bytes.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public PickleBuilder text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    code('X').bytes.writeBytes(littleEndian(Integer.BYTES).putInt(utf8.length).array());
    bytes.writeBytes(utf8);
    return this;
  }

  public PickleBuilder number(long value) {
    code(0x8a, Long.BYTES).bytes.writeBytes(littleEndian(Long.BYTES).putLong(value).array());
    return this;
  }

  /** A tuple of whole numbers. */
  public PickleBuilder numbers(long... values) {
    code('(');
    for (long value : values) {
      number(value);
    }
    return code('t');
  }

  /** An empty ordered dictionary, open for items until {@link #end}. */
  public PickleBuilder orderedDict() {
    return global("collections", "OrderedDict").code(')', 'R', '(');
  }

  /** An empty dictionary, open for items until {@link #end}. */
  public PickleBuilder dict() {
    return code('}', '(');
  }

  /** Ends the dictionary. */
  public PickleBuilder end() {
    return code('u');
  }

  /** A tensor that is the whole of a storage, in row-major order. */
  public PickleBuilder tensor(String type, String key, long... size) {
    long[] strides = new long[size.length];
    long elements = 1;
    for (int axis = size.length - 1; axis >= 0; axis--) {
      strides[axis] = elements;
      elements *= size[axis];
    }
    return tensor(type, key, elements, 0, size, strides);
  }

  /** A tensor as PyTorch describes it. */
  public PickleBuilder tensor(
      String type, String key, long elements, long offset, long[] size, long[] strides) {
    return global("torch._utils", "_rebuild_tensor_v2")
        .code('(')
        .storage(type, key, elements)
        .number(offset)
        .numbers(size)
        .numbers(strides)
        .code(0x89)
        .orderedDict()
        .end()
        .code('t', 'R');
  }

  private PickleBuilder storage(String type, String key, long elements) {
    return code('(')
        .text("storage")
        .global("torch", type)
        .text(key)
        .text("cpu")
        .number(elements)
        .code('t', 'Q');
  }

  /** The pickle, ended. */
  public byte[] bytes() {
    code('.');
    return bytes.toByteArray();
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
