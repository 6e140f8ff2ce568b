package io.resnetc.maven;

import io.resnetc.bind.ModelInfo;
import io.resnetc.diag.Nearest;
import io.resnetc.driver.CompileRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which models become which classes.
 *
 * @param requests one for each class
 * @param passedOver a line on each model that was left out because it needs values
 */
record Selection(List<CompileRequest> requests, List<String> passedOver) {
  /**
   * Finds the models that are asked for; without wishes, all that can be compiled as they are.
   *
   * @throws SelectionException when a wished model is not there, or two classes have one name
   */
  static Selection of(List<ModelFile> files, List<ModelSelection> wishes, String packageName)
      throws SelectionException {
    List<CompileRequest> requests = new ArrayList<>();
    List<String> passedOver = new ArrayList<>();
    if (wishes.isEmpty()) {
      everything(files, packageName, requests, passedOver);
    }
    for (ModelSelection wish : wishes) {
      requests.add(wished(files, wish, packageName));
    }
    checkClassNames(requests);
    return new Selection(requests, passedOver);
  }

  private static void everything(
      List<ModelFile> files,
      String packageName,
      List<CompileRequest> requests,
      List<String> passedOver) {
    for (ModelFile file : files) {
      for (ModelInfo model : file.models()) {
        String name = model.name();
        if (ModelFile.needsNoValues(model)) {
          requests.add(request(file, name, packageName));
        } else {
          passedOver.add(
              "%s has parameters without a value: to compile it, list it in <models> with <defines>"
                  .formatted(name));
        }
      }
    }
  }

  private static CompileRequest wished(
      List<ModelFile> files, ModelSelection wish, String packageName) throws SelectionException {
    if (wish.name().isEmpty()) {
      throw new SelectionException("a <model> has no <name>");
    }
    String name = wish.name().get();
    ModelFile file = fileOf(files, wish, name);
    CompileRequest request = request(file, name, packageName);
    if (wish.className().isPresent()) {
      request = request.withClassName(wish.className().get());
    }
    for (Map.Entry<String, String> define : wish.defines().entrySet()) {
      request = request.withDefine(define.getKey(), define.getValue());
    }
    return request;
  }

  private static ModelFile fileOf(List<ModelFile> files, ModelSelection wish, String name)
      throws SelectionException {
    List<ModelFile> having =
        files.stream()
            .filter(file -> wish.file().map(file.path()::endsWith).orElse(true))
            .filter(file -> file.declares(name))
            .toList();
    if (having.isEmpty()) {
      throw new SelectionException(
          "there is no model '%s'%s%s"
              .formatted(
                  name, wish.file().map(file -> " in " + file).orElse(""), hint(files, name)));
    }
    if (having.size() > 1) {
      throw new SelectionException(
          "model '%s' is in %s and in %s: say which with <file>"
              .formatted(name, having.get(0).path(), having.get(1).path()));
    }
    return having.get(0);
  }

  private static String hint(List<ModelFile> files, String name) {
    List<String> known =
        files.stream().flatMap(file -> file.models().stream()).map(ModelInfo::name).toList();
    return Nearest.to(name, known).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  private static void checkClassNames(List<CompileRequest> requests) throws SelectionException {
    Map<String, CompileRequest> taken = new HashMap<>();
    for (CompileRequest request : requests) {
      String name = request.className().or(request::model).orElseThrow();
      Optional<CompileRequest> other = Optional.ofNullable(taken.put(name, request));
      if (other.isPresent()) {
        throw new SelectionException(
            "two models become the class %s, one of %s and one of %s: list them in <models> with"
                    .formatted(name, other.get().source(), request.source())
                + " a <className> each");
      }
    }
  }

  private static CompileRequest request(ModelFile file, String model, String packageName) {
    return CompileRequest.of(file.path()).withModel(model).withPackage(packageName);
  }
}
