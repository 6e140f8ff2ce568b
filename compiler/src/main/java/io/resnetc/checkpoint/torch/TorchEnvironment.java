package io.resnetc.checkpoint.torch;

import io.resnetc.checkpoint.pickle.Environment;
import io.resnetc.checkpoint.pickle.Function;
import io.resnetc.checkpoint.pickle.PickleReader;
import io.resnetc.diag.Printable;
import io.resnetc.runtime.weights.WeightsException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The few Python names that a state_dict consists of, each with a function of ours in its place.
 * Any other name ends the reading.
 */
final class TorchEnvironment implements Environment {
  /** Python 2 made dictionaries of lists, which a pickle can name again and again. */
  private static final int MAX_LISTED_ITEMS = 1_000_000;

  private final Map<String, Function> functions =
      Map.of(
          "collections.OrderedDict",
          this::orderedDict,
          "torch.Size",
          arguments -> argument(arguments, 0, List.class),
          "torch._utils._rebuild_tensor",
          TorchEnvironment::tensor,
          "torch._utils._rebuild_tensor_v2",
          TorchEnvironment::tensor,
          "torch._utils._rebuild_parameter",
          arguments -> argument(arguments, 0, TensorRef.class),
          "torch._utils._rebuild_parameter_with_state",
          arguments -> argument(arguments, 0, TensorRef.class));

  /** Every storage that the pickle refers to, by key. */
  private final Map<String, StorageRef> storages = new LinkedHashMap<>();

  private long listedItems;

  Map<String, StorageRef> storages() {
    return storages;
  }

  @Override
  public Object global(String module, String name) {
    String path = module + "." + name;
    if (module.equals("torch") && StorageType.named(name).isPresent()) {
      return StorageType.named(name).get();
    }
    Function function = functions.get(path);
    if (function == null) {
      throw new WeightsException(
          """
          refused, because it names '%s'. A checkpoint may consist of tensors, dictionaries, \
          numbers and strings only; nothing else that a file names is loaded or called. To save \
          one from PyTorch: torch.save(model.state_dict(), FILE)"""
              .formatted(Printable.of(path)));
    }
    return function;
  }

  @Override
  public Object persistent(List<?> id) {
    StorageRef ref = StorageRef.of(id);
    StorageRef before = storages.putIfAbsent(ref.key(), ref);
    if (before != null && (before.dtype() != ref.dtype() || before.whole() != ref.whole())) {
      throw new WeightsException(
          "storage '%s' is described in two ways".formatted(Printable.of(ref.key())));
    }
    return ref;
  }

  private Object orderedDict(List<?> arguments) {
    Map<Object, Object> result = new LinkedHashMap<>();
    if (!arguments.isEmpty()) {
      listedItems += argument(arguments, 0, List.class).size();
      if (listedItems > MAX_LISTED_ITEMS) {
        throw new WeightsException("its ordered dictionaries repeat too many items");
      }
      for (Object item : argument(arguments, 0, List.class)) {
        if (!(item instanceof List<?> pair && pair.size() == 2)) {
          throw new WeightsException("an OrderedDict is made of something else than pairs");
        }
        PickleReader.put(result, pair.get(0), pair.get(1));
      }
    }
    return result;
  }

  private static Object tensor(List<?> arguments) {
    return TensorRef.of(
        argument(arguments, 0, StorageRef.class),
        argument(arguments, 1, Long.class),
        numbers(argument(arguments, 2, List.class)),
        numbers(argument(arguments, 3, List.class)));
  }

  private static <T> T argument(List<?> arguments, int index, Class<T> type) {
    if (index >= arguments.size() || !type.isInstance(arguments.get(index))) {
      throw new WeightsException("a tensor is not described as PyTorch does");
    }
    return type.cast(arguments.get(index));
  }

  private static List<Long> numbers(List<?> list) {
    return list.stream()
        .map(
            item -> {
              if (!(item instanceof Long number)) {
                throw new WeightsException("a tensor's size or stride is not a whole number");
              }
              return number;
            })
        .toList();
  }
}
