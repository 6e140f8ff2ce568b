package io.resnetc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rooms of the project and who may see whom. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.resnetc");

  @ParameterizedTest(name = "{0} sees only: {1}")
  @CsvSource({
    "diag,    ''",
    "ir.op,   ''",
    "ir,      diag",
    "grammar, ''",
    "syntax,  diag grammar",
    "bind,    diag syntax ir",
    "pass,    diag ir",
    "lower,   diag ir",
    "memory,  diag ir lower",
    "emit,    diag ir lower memory runtime",
    "onnx,    diag ir",
    "driver,  diag syntax bind ir pass lower memory emit onnx runtime",
    "runtime, ''",
  })
  void aRoomSeesOnlyTheRoomsBelowIt(String room, String seen) {
    String[] allowed =
        Stream.concat(Stream.of(room), Arrays.stream(seen.split(" ")).filter(s -> !s.isEmpty()))
            .map(name -> "io.resnetc." + name + "..")
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage("io.resnetc." + room + "..")
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(allowed)
                .or(JavaClass.Predicates.resideOutsideOfPackage("io.resnetc..")))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @ParameterizedTest(name = "{0} only in {1}")
  @CsvSource({
    "org.antlr..,              io.resnetc.syntax..,         io.resnetc.grammar..",
    "com.palantir.javapoet..,  io.resnetc.emit..,           io.resnetc.emit..",
    "ai.onnx..,                io.resnetc.onnx..,           io.resnetc.onnx..",
    "com.google.protobuf..,    io.resnetc.onnx..,           io.resnetc.onnx..",
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
}
