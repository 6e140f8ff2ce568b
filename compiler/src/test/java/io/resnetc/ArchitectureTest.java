package io.resnetc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the project and who may see whom. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.resnetc");

  /** A room and the rooms that it may see; none sees one that is not above it in this list. */
  private static Stream<Arguments> rooms() {
    return Stream.of(
        arguments("runtime", List.of()),
        arguments("grammar", List.of()),
        arguments("diag", List.of()),
        arguments("ir.op", List.of()),
        arguments("ir", List.of("diag")),
        arguments("syntax", List.of("diag", "grammar")),
        arguments("bind", List.of("diag", "syntax", "ir")),
        arguments("pass", List.of("diag", "ir")),
        arguments("checkpoint", List.of("diag", "runtime.weights")),
        arguments("onnx", List.of("diag", "ir", "checkpoint", "runtime.weights")),
        arguments("source", List.of("diag", "ir")),
        arguments("lower", List.of("diag", "ir")),
        arguments("memory", List.of("diag", "ir", "lower")),
        arguments("emit", List.of("diag", "ir", "lower", "memory", "runtime")),
        arguments(
            "driver",
            List.of(
                "diag",
                "syntax",
                "bind",
                "ir",
                "pass",
                "checkpoint",
                "onnx",
                "source",
                "lower",
                "memory",
                "emit",
                "runtime")));
  }

  @ParameterizedTest(name = "{0} sees only: {1}")
  @MethodSource("rooms")
  void aRoomSeesOnlyItsNeighbours(String room, List<String> seen) {
    String[] allowed =
        Stream.concat(Stream.of(room), seen.stream())
            .map(ArchitectureTest::packageOf)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(packageOf(room))
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(allowed)
                .or(JavaClass.Predicates.resideOutsideOfPackage("io.resnetc..")))
        .check(CLASSES);
  }

  @ParameterizedTest(name = "{0} only in {1}")
  @CsvSource({
    "org.antlr..,              io.resnetc.syntax..,         io.resnetc.grammar..",
    "com.palantir.javapoet..,  io.resnetc.emit..,           io.resnetc.emit..",
    "ai.onnx..,                io.resnetc.onnx..,           io.resnetc.checkpoint.onnx..",
    "com.google.protobuf..,    io.resnetc.onnx..,           io.resnetc.checkpoint.onnx..",
    "picocli..,                io.resnetc.driver..,         io.resnetc.driver..",
    "jdk.incubator.vector..,   io.resnetc.runtime.vector.., io.resnetc.runtime.vector..",
  })
  void aLibraryIsUsedInOneRoom(String library, String room, String otherRoom) {
    noClasses()
        .that()
        .resideOutsideOfPackages(room, otherRoom)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  @Test
  void theRuntimeHasNoDependencies() {
    DescribedPredicate<JavaClass> ownOrJdk =
        JavaClass.Predicates.resideInAnyPackage(
            "io.resnetc.runtime..", "java..", "jdk.incubator.vector..");
    classes()
        .that()
        .resideInAPackage("io.resnetc.runtime..")
        .should()
        .onlyDependOnClassesThat(ownOrJdk)
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.resnetc.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyClassIsInARoom() {
    String[] packages =
        rooms().map(room -> packageOf((String) room.get()[0])).toArray(String[]::new);
    classes().should().resideInAnyPackage(packages).check(CLASSES);
  }

  private static String packageOf(String room) {
    return "io.resnetc." + room + "..";
  }
}
