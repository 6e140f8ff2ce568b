package io.resnetc.onnx.read;

import io.resnetc.ir.op.Concat;
import io.resnetc.ir.op.Shape;
import java.util.Collections;
import java.util.List;

/** Values repeated along the axes along which another is larger. */
final class Repetition {
  private Repetition() {}

  /** The value broadcast to {@code dims}: a feature map where only channels are repeated. */
  static Value.Feature over(Value.Feature x, List<Integer> dims, Translation t) {
    if (x.dims().equals(dims)) {
      return x;
    }
    List<Integer> ranked = Dimensions.withRank(x.dims(), dims.size());
    List<Integer> own = t.layout().ofImage(ranked);
    List<Integer> wanted = t.layout().ofImage(dims);
    Shape from = t.shape(x.node());
    Shape to = Layout.shape(wanted);
    if (from.equals(Shape.image(1, to.height(), to.width())) && to.isImage()) {
      Integer[] copies = Collections.nCopies(to.channels(), x.node()).toArray(Integer[]::new);
      return t.feature(dims, t.add(new Concat(), copies));
    }
    int[] places = Places.spread(own, wanted);
    return t.feature(dims, Reordering.of(t.vector(x), places, t));
  }
}
