package io.resnetc.checkpoint.pickle;

import io.resnetc.runtime.weights.WeightsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a pickle to plain values: {@link None}, Boolean, Long (BigInteger beyond it), Double,
 * String, List (unmodifiable for a tuple), LinkedHashMap, and what the {@link Environment} makes.
 * The values may refer to each other in circles, as Python's may.
 */
public final class PickleReader {
  /**
   * A tensor takes about thirty instructions, so this is far more than any checkpoint has; it
   * bounds the memory of what one-byte instructions can make.
   */
  private static final int MAX_INSTRUCTIONS = 2_000_000;

  private final PickleInput in;
  private final Environment environment;
  private final PickleStack stack = new PickleStack();
  private final Map<Long, Object> memo = new HashMap<>();

  private PickleReader(InputStream in, Environment environment) {
    this.in = new PickleInput(in);
    this.environment = environment;
  }

  /**
   * Reads one pickle and no byte past its end.
   *
   * @throws WeightsException when it is malformed or names anything that is not allowed
   * @throws IOException when the stream cannot be read
   */
  public static Object read(InputStream in, Environment environment) throws IOException {
    return new PickleReader(in, environment).run();
  }

  private Object run() throws IOException {
    for (int count = 0; count < MAX_INSTRUCTIONS; count++) {
      int code = in.unsignedByte();
      Opcode opcode = Opcode.of(code);
      if (opcode == null) {
        throw new WeightsException(
            "instruction 0x%02x at byte %d does not belong to numbers, strings and containers"
                .formatted(code, in.position() - 1));
      }
      if (opcode == Opcode.STOP) {
        return stack.pop();
      }
      step(opcode);
    }
    throw new WeightsException("it has more than " + MAX_INSTRUCTIONS + " instructions");
  }

  private void step(Opcode opcode) throws IOException {
    switch (opcode) {
      case PROTO -> in.unsignedByte();
      case FRAME -> in.signedLong();
      case MARK -> stack.mark();
      case APPEND, APPENDS, SETITEM, SETITEMS, BUILD -> fill(opcode);
      case BINPUT -> memo.put((long) in.unsignedByte(), stack.top());
      case LONG_BINPUT -> memo.put(in.unsignedInt(), stack.top());
      case MEMOIZE -> memo.put((long) memo.size(), stack.top());
      default -> stack.push(value(opcode));
    }
  }

  private Object value(Opcode opcode) throws IOException {
    return switch (opcode) {
      case NONE -> None.NONE;
      case NEWTRUE -> true;
      case NEWFALSE -> false;
      case BININT -> (long) in.signedInt();
      case BININT1 -> (long) in.unsignedByte();
      case BININT2 -> (long) in.unsignedShort();
      case LONG1 -> in.integer(in.unsignedByte());
      case BINFLOAT -> in.bigEndianDouble();
      case BINUNICODE, BINSTRING -> in.text(in.unsignedInt());
      case SHORT_BINUNICODE, SHORT_BINSTRING -> in.text(in.unsignedByte());
      case EMPTY_TUPLE -> List.of();
      case TUPLE -> stack.popToMark();
      case TUPLE1 -> stack.pop(1);
      case TUPLE2 -> stack.pop(2);
      case TUPLE3 -> stack.pop(3);
      case EMPTY_LIST -> new ArrayList<Object>();
      case EMPTY_DICT -> new LinkedHashMap<Object, Object>();
      case BINGET -> remembered(in.unsignedByte());
      case LONG_BINGET -> remembered(in.unsignedInt());
      case GLOBAL -> environment.global(in.line(), in.line());
      case STACK_GLOBAL -> stackGlobal();
      case REDUCE -> reduce();
      case BINPERSID -> environment.persistent(stack.pop(List.class));
      default -> throw new AssertionError(opcode);
    };
  }

  /** The instructions that change the container under their operands. */
  private void fill(Opcode opcode) {
    switch (opcode) {
      case APPEND -> append(stack.pop(1));
      case APPENDS -> append(stack.popToMark());
      case SETITEM -> putAll(stack.pop(2));
      case SETITEMS -> putAll(stack.popToMark());
      case BUILD -> {
        // The attributes of an ordered dictionary; PyTorch keeps version numbers in them.
        stack.pop();
        stack.top(LinkedHashMap.class);
      }
      default -> throw new AssertionError(opcode);
    }
  }

  @SuppressWarnings("unchecked")
  private void append(List<Object> items) {
    stack.top(ArrayList.class).addAll(items);
  }

  private void putAll(List<Object> keysAndValues) {
    if (keysAndValues.size() % 2 != 0) {
      throw new WeightsException("a dictionary has a key without a value");
    }
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      put(stack.top(LinkedHashMap.class), keysAndValues.get(i), keysAndValues.get(i + 1));
    }
  }

  /**
   * Puts one item into a dictionary. Keys are atoms: a container as a key could contain itself, and
   * would have no hash.
   *
   * @throws WeightsException for any other key
   */
  @SuppressWarnings("unchecked")
  public static void put(Map<?, ?> dictionary, Object key, Object value) {
    boolean atom =
        key instanceof String
            || key instanceof Number
            || key instanceof Boolean
            || key == None.NONE;
    if (!atom) {
      throw new WeightsException("a dictionary has a key that is neither text nor a number");
    }
    ((Map<Object, Object>) dictionary).put(key, value);
  }

  private Object remembered(long index) {
    Object value = memo.get(index);
    if (value == null) {
      throw new WeightsException("it recalls value %d, which it has not stored".formatted(index));
    }
    return value;
  }

  private Object stackGlobal() {
    String name = stack.pop(String.class);
    return environment.global(stack.pop(String.class), name);
  }

  private Object reduce() {
    List<?> arguments = stack.pop(List.class);
    return stack.pop(Function.class).call(arguments);
  }
}
