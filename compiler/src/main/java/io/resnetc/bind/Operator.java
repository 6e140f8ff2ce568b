package io.resnetc.bind;

import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.Shape;
import java.util.List;

/**
 * An operator of the language: a row of {@link OperatorTable}.
 *
 * @param weighted whether it reads tensors of the checkpoint and therefore needs a label
 */
record Operator(String name, boolean weighted, List<Param> params, Maker maker) implements Callee {
  Operator {
    params = List.copyOf(params);
  }

  @Override
  public Signature signature() {
    return new Signature(
        name,
        params.stream().map(Param::name).toList(),
        params.stream().filter(Param::required).map(Param::name).toList());
  }

  /** Makes the graph's operator. */
  interface Maker {
    /**
     * @param input the shape of the value that flows in
     * @param path the module path that the names of its tensors begin with
     * @throws io.resnetc.ir.op.ShapeException when the arguments do not fit the input
     */
    Op make(Arguments arguments, Shape input, String path);
  }
}
