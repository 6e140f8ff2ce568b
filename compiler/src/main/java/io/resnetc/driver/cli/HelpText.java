package io.resnetc.driver.cli;

/** What the help says beyond the list of options. */
final class HelpText {
  static final String COMPILE =
      """
      %nThe network is described in a .rn file. The class needs no native libraries and holds no \
      weights: it loads any checkpoint of its architecture (safetensors, under PyTorch's parameter \
      names; convert makes one of a PyTorch or ONNX file).%n""";

  static final String COMPILE_EXAMPLES =
      """
      %nExamples:
        # a class ResNet18 for 32x32 images and 100 classes
        resnetc samples/models/resnet.rn --model ResNet18 -D classes=100 -o out/ResNet18.java
        # what it will cost: memory, weights, multiply-adds, layer by layer
        resnetc summary samples/models/resnet.rn --model ResNet18
        # compile in memory and classify an image with trained weights
        resnetc run samples/models/resnet-cifar.rn --model ResNet20P \\
            --weights samples/weights/resnet20p-cifar10.safetensors --image samples/images/cat.png
        # the IR after batch norms have been folded
        resnetc dump samples/models/resnet.rn --model ResNet18 --after fold-batch-norm
        # the trained network for ONNX Runtime or Netron
        resnetc export samples/models/resnet-cifar.rn --model ResNet20P \\
            --weights samples/weights/resnet20p-cifar10.safetensors -o resnet20p.onnx
        # whether a PyTorch checkpoint fits a model
        resnetc weights checkpoint.pth --model-file samples/models/resnet.rn --model ResNet18

      Exit codes: 0 done, 1 the input is wrong, 2 the command line is wrong, 70 a bug in resnetc.
      Options for the virtual machine go into the environment variable RESNETC_JAVA_OPTS.
      """;

  static final String RUN =
      """
      %nImages are turned upright, resized (antialiased) and normalised as the model's input \
      declaration says; what is transparent becomes white. For each, the likeliest classes are \
      printed: probability, number, label.%n""";

  static final String RUN_EXAMPLES =
      """
      %nExamples:
        resnetc run net.rn --weights net.safetensors --image cat.jpg dog.png --top 3
        resnetc run net.rn --weights net.safetensors --input x.npy --output y.npy --threads 4

      In Python: numpy.save('x.npy', batch.astype('float32')), numpy.load('y.npy').
      """;

  static final String DUMP =
      """
      %nThe graph is printed in the IR's text form, as a Graphviz drawing, or as JSON.%n""";

  static final String DUMP_EXAMPLES =
      """
      %nExamples:
        resnetc dump net.rn --after built            # before all passes
        resnetc dump net.rn --all ir && diff ir/00-built.ir ir/01-*.ir
        resnetc dump net.rn --format dot | dot -Tsvg > net.svg
      """;

  static final String SUMMARY =
      """
      %nA row for each layer (path, operator with what is fused into it, output shape, \
      parameters, multiply-adds, algorithm), then the totals, and the parts that batches go through \
      in slices of their own size. Parameters are counted as PyTorch does, without running \
      statistics.%n""";

  static final String EXPORT =
      """
      %nONNX operator set 17 with a batch of any size. Parameters keep their names; what the \
      passes computed from them, with --optimized, has names of its own.%n""";

  static final String EXPORT_EXAMPLES =
      """
      %nExamples:
        resnetc export net.rn --weights net.safetensors -o net.onnx
        resnetc export net.rn --weights net.safetensors -o folded.onnx --optimized

      In Python: onnxruntime.InferenceSession('net.onnx').run(None, {'image': batch}).
      """;

  static final String WEIGHTS =
      """
      %nA row for each tensor: name, type, shape and, with a model, what becomes of it. The kind of \
      file (safetensors, PyTorch, ONNX) is told from its bytes. The exit code is 1 when the \
      checkpoint does not fit the model.%n""";

  static final String WEIGHTS_EXAMPLES =
      """
      %nExamples:
        resnetc weights checkpoint.pth
        resnetc weights checkpoint.pth --model-file net.rn --model Net
      """;

  static final String CONVERT =
      """
      %nPyTorch and ONNX files are read without either; nothing that a file names is loaded or \
      called.%n""";

  static final String CONVERT_EXAMPLES =
      """
      %nExamples:
        resnetc convert checkpoint.pth net.safetensors
        resnetc convert checkpoint.pth half.safetensors --dtype f16
        # backbone.stage_2.0.w becomes layer2.0.w
        resnetc convert in.pth out.safetensors --map 'backbone.**=**' 'stage_*.**=layer*.**'
      """;

  static final String IMPORT =
      """
      %nWhat cannot be expressed is listed, all at once, before anything is written. A model of \
      ONNX can also be compiled, run, dumped and summed up as it is.%n""";

  static final String IMPORT_EXAMPLES =
      """
      %nExamples:
        resnetc import net.onnx -o net.rn --weights-out net.safetensors
        resnetc net.onnx -o Net.java               # and Net.safetensors beside it
        resnetc run net.onnx --image cat.png
      """;

  static final String ARCHIVE =
      """
      %nA process of the application's JDK loads the network and answers once; the classes that it \
      has loaded go into an archive (class data sharing, CDS), and what java has to be told into an \
      argument file. Both hold for this JDK and these jars as they are: prepare them again when \
      one of them has changed. Java ignores an archive that does not fit.%n""";

  static final String ARCHIVE_EXAMPLES =
      """
      %nExamples:
        resnetc archive --class-path app.jar:net.jar:resnetc-runtime.jar \\
            --network com.acme.Net --weights net.safetensors -o app.jsa
        java @app.args com.acme.Main
        # for another JDK, and a heap that the application has too
        resnetc archive ... -o app.jsa --java /opt/jdk-25 --java-option -XX:+UseSerialGC
      """;

  private HelpText() {}
}
