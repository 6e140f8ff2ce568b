package io.resnetc.checkpoint;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.resnetc.runtime.weights.WeightsException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;

/** Files that lie about their sizes or would take all memory, each with what is said of it. */
final class HostileFiles {
  private static final long HUGE = 1L << 60;

  private final List<Hostile> files = new ArrayList<>();

  private HostileFiles() {
    claims();
    bombs();
    archives();
    safetensors();
    onnx();
  }

  /** A file and what must be said of it. */
  record Hostile(String message, byte[] bytes) {}

  static List<Hostile> all() {
    return new HostileFiles().files;
  }

  /** Reads files and prints for each its CPU time in milliseconds and the message. */
  public static void main(String[] paths) throws IOException {
    for (String path : paths) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      String outcome = "read";
      try {
        Checkpoint.read(Path.of(path));
      } catch (WeightsException e) {
        outcome = e.getMessage();
      }
      long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      System.out.println(nanos / 1_000_000 + "\t" + outcome.replace('\n', ' '));
    }
  }

  private void claims() {
    add("claims to have -5 elements", tensor(-5, 0, dims(1), dims(1)));
    add("claims to have 1152921504606846976 elements", tensor(HUGE, 0, dims(1), dims(1)));
    add(
        "claims 1000000000 elements, which are 4000000000 bytes",
        tensor(1_000_000_000, 0, dims(1), dims(1)));
    add("strides [1] and offset -1 in storage '0' has negative", tensor(1, -1, dims(1), dims(1)));
    add(
        "size [-1], strides [1] and offset 0 in storage '0' has negative",
        tensor(1, 0, dims(-1), dims(1)));
    add("strides [-1] and offset 0 in storage '0' has negative", tensor(1, 0, dims(1), dims(-1)));
    add(
        "size [2], strides [1] and offset 0 in storage '0' reaches beyond its 1",
        tensor(1, 0, dims(2), dims(1)));
    add(
        "offset 1152921504606846976 in storage '0' reaches beyond",
        tensor(1, HUGE, dims(1), dims(1)));
    add(
        "size [1152921504606846976], strides [0] and offset 0 in storage '0' has more bytes",
        tensor(1, 0, dims(HUGE), dims(0)));
    add(
        "1152921504606846976] and offset 0 in storage '0' is too large",
        tensor(1, 0, dims(9, 9), dims(HUGE, HUGE)));
    add("has more bytes than a Java array holds", tensor(1, 0, dims(1L << 30), dims(0)));
    add(
        "its tensors have 800000000 bytes, but only 4 are stored",
        tensor(1, 0, dims(200_000_000), dims(0)));
    add(
        "of 70 axes and offset 0 in storage '0' has no meaning",
        tensor(1, 0, new long[70], new long[70]));
    add(
        "size [1, 1], strides [1] and offset 0 in storage '0' has no meaning",
        tensor(1, 0, dims(1, 1), dims(1)));
  }

  private void bombs() {
    byte[] tuples = new byte[1 << 25];
    Arrays.fill(tuples, (byte) ')');
    add("more than 2000000 instructions", new TorchFile(tuples).zip());
    byte[] lists = new byte[1 << 25];
    for (int i = 0; i < lists.length; i += 2) {
      lists[i] = ']';
      lists[i + 1] = (byte) 0x94;
    }
    add("more than 2000000 instructions", new TorchFile(lists).zip());
    byte[] text = new PickleBuilder().code('X', 0xff, 0xff, 0xff, 0xff).bytes();
    add("it needs 4294967295 bytes", new TorchFile(text).zip());
    PickleBuilder doubling = new PickleBuilder().code(']', 'q', 0, 'a');
    add("it takes a value from an empty stack", TorchFile.of(doubling).zip());
    PickleBuilder laughs = new PickleBuilder().code('}', '(').text("a").code(']', 'q', 0);
    for (int i = 1; i < 200; i++) {
      laughs.code('K', i, '(', 'h', i - 1, 'h', i - 1, 'h', i - 1, 't', 'q', i);
    }
    add("it holds no dictionary of tensors", TorchFile.of(laughs.code('u')).zip());
    PickleBuilder selfKey =
        new PickleBuilder().code(']', 'q', 0, 'h', 0, 'a', '}', 'h', 0, 'N', 's');
    add("a key that is neither text nor a number", TorchFile.of(selfKey).zip());
    add("its ordered dictionaries repeat too many items", TorchFile.of(repeated()).zip());
  }

  /** A list of many pairs, made into a dictionary many times. */
  private static PickleBuilder repeated() {
    PickleBuilder pickle = new PickleBuilder().global("collections", "OrderedDict").code('q', 0);
    pickle.code('K', 1, 'K', 1, 0x86, 'q', 1, ']', 'q', 2, '(');
    for (int i = 0; i < 100_000; i++) {
      pickle.code('h', 1);
    }
    pickle.code('e', 0x85, 'q', 3);
    for (int i = 0; i < 100_000; i++) {
      pickle.code('h', 0, 'h', 3, 'R');
    }
    return pickle;
  }

  private void archives() {
    byte[] pickle =
        new PickleBuilder().dict().text("w").tensor("FloatStorage", "0", 1).end().bytes();
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("a/data.pkl", new byte[1 << 24]);
    add(
        "a/data.pkl is compressed, which torch.save does not do",
        TorchFile.zip(parts, ZipEntry.DEFLATED));
    parts.put("a/data.pkl", pickle);
    add("a part is missing: a/data/0", TorchFile.zip(parts, ZipEntry.STORED));
    parts.put("b/data.pkl", pickle);
    add("more than one data.pkl", TorchFile.zip(parts, ZipEntry.STORED));
    add("without a data.pkl", TorchFile.zip(Map.of("x", pickle), ZipEntry.STORED));
    byte[] half = new TorchFile(pickle).floats("0", 1).zip();
    add("not a valid zip archive", Arrays.copyOf(half, half.length / 2));
    add("archive/data/k1 has 1048576 bytes, more than the file has beside", overlapping());
    byte[] legacy = new TorchFile(pickle).floats("0", 1).legacy();
    add("the file ends within storage '0'", Arrays.copyOf(legacy, legacy.length - 1));
    add(
        "is described with 1 elements and stored with 1152921504606846976",
        new TorchFile(pickle).storage("0", HUGE, new byte[4]).legacy());
    byte[] large =
        new PickleBuilder().dict().text("w").tensor("FloatStorage", "0", 1L << 40).end().bytes();
    add(
        "has more bytes than a Java array holds",
        new TorchFile(large).storage("0", 1L << 40, new byte[4]).legacy());
    byte[] beyond =
        new PickleBuilder().dict().text("w").tensor("FloatStorage", "0", 1L << 28).end().bytes();
    add(
        "claims 1073741824 bytes, more than the file has",
        new TorchFile(beyond).storage("0", 1L << 28, new byte[4]).legacy());
  }

  /** A thousand parts that are the same bytes of the file. */
  private static byte[] overlapping() {
    PickleBuilder pickle = new PickleBuilder().dict();
    for (int i = 0; i < 1000; i++) {
      pickle.text("w" + i).tensor("FloatStorage", "k" + i, 1 << 18);
    }
    TorchFile file = TorchFile.of(pickle.end());
    for (int i = 0; i < 1000; i++) {
      file.storage("k" + i, 0, i == 0 ? new byte[1 << 20] : new byte[0]);
    }
    ByteBuffer zip = ByteBuffer.wrap(file.zip()).order(ByteOrder.LITTLE_ENDIAN);
    int entry = zip.getInt(zip.limit() - 6);
    int shared = -1;
    int crc = 0;
    while (zip.getInt(entry) == 0x02014b50) {
      int nameLength = zip.getShort(entry + 28);
      String name = new String(zip.array(), entry + 46, nameLength, StandardCharsets.UTF_8);
      if (name.equals("archive/data/k0")) {
        shared = zip.getInt(entry + 42);
        crc = zip.getInt(entry + 16);
      } else if (name.startsWith("archive/data/k")) {
        zip.putInt(entry + 16, crc).putInt(entry + 20, 1 << 20).putInt(entry + 24, 1 << 20);
        zip.putInt(entry + 42, shared);
      }
      entry += 46 + nameLength + zip.getShort(entry + 30) + zip.getShort(entry + 32);
    }
    return zip.array();
  }

  private void safetensors() {
    for (long length : new long[] {1L << 31, Integer.MAX_VALUE, HUGE, -1}) {
      ByteBuffer file = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      add(
          "say that the header has %s bytes".formatted(Long.toUnsignedString(length)),
          file.put((byte) '{').array());
    }
    add("the data of 'a' and 'b' overlap", safetensors("[2]", "[0,8]", "[4,12]"));
    add("has a shape too large to hold", safetensors("[1152921504606846976]", "[0,8]", "[8,16]"));
    add("expected a whole number at character 29", safetensors("[-2]", "[0,8]", "[8,16]"));
    byte[] cut = safetensors("[2]", "[0,8]", "[8,16]");
    add("the file ends within tensor 'a'", Arrays.copyOf(cut, cut.length - 12));
  }

  private static byte[] safetensors(String shape, String first, String second) {
    String entry = "'%s':{'dtype':'F32','shape':%s,'data_offsets':%s}";
    String header =
        "{" + entry.formatted("a", shape, first) + "," + entry.formatted("b", shape, second) + "}";
    byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + json.length + 16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }

  private void onnx() {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName("w").setDataType(TensorProto.DataType.FLOAT_VALUE);
    add("'w' has a negative size", model(tensor.clone().addDims(-1)));
    add("'w' claims to be larger than any file", model(tensor.clone().addDims(HUGE)));
    add(
        "'w' claims to be larger than any file",
        model(tensor.clone().addDims(1 << 20).addDims(1 << 20)));
    add(
        "'w' needs 2000000000 bytes, the file has 4",
        model(tensor.clone().addDims(500_000_000).setRawData(ByteString.copyFrom(new byte[4]))));
    add(
        "'w' needs 500000000 numbers, the file has 1",
        model(tensor.clone().addDims(500_000_000).addFloatData(1)));
    add(
        "is kept in another file",
        model(tensor.clone().setDataLocation(TensorProto.DataLocation.EXTERNAL)));
    add("'w' has an unknown type, number 99", model(tensor.clone().setDataType(99)));
    byte[] good = model(tensor.clone().addDims(1).addFloatData(1));
    add("not a valid ONNX model", Arrays.copyOf(good, good.length - 3));
    byte[] empty = new byte[1 << 23];
    for (int i = 0; i < empty.length; i += 2) {
      empty[i] = 42;
    }
    add("initializer '' has an unknown type, number 0", wrapped(empty));
  }

  /** A model whose graph is these bytes. */
  private static byte[] wrapped(byte[] graph) {
    ByteBuffer file = ByteBuffer.allocate(graph.length + 8);
    file.put(new byte[] {8, 8, 58, (byte) 0x80, (byte) 0x80, (byte) 0x80, 4});
    return Arrays.copyOf(file.put(graph).array(), graph.length + 7);
  }

  private static byte[] model(TensorProto.Builder tensor) {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .setProducerName("test")
        .setGraph(GraphProto.newBuilder().addInitializer(tensor))
        .build()
        .toByteArray();
  }

  private static byte[] tensor(long elements, long offset, long[] size, long[] strides) {
    PickleBuilder pickle = new PickleBuilder().dict().text("w");
    pickle.tensor("FloatStorage", "0", elements, offset, size, strides);
    return TorchFile.of(pickle.end()).floats("0", 1).zip();
  }

  private void add(String message, byte[] file) {
    files.add(new Hostile(message, file));
  }

  private static long[] dims(long... dims) {
    return dims;
  }
}
