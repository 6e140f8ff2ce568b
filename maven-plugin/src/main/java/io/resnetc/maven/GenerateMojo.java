package io.resnetc.maven;

import io.resnetc.driver.CompilerBug;
import io.resnetc.lower.LoweringOptions;
import io.resnetc.lower.Numerics;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Compiles the models in {@code src/main/resnet/*.rn} to Java classes, which are then compiled with
 * the project's own.
 *
 * <p>Runs only when a file in the source directory, a file that a model imports from elsewhere, the
 * configuration or the plugin's version has changed since the last run, or a generated class is not
 * as it was written.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {
  /** The folder of the models. Folders inside it are for files that the models import. */
  @Parameter(
      property = "resnetc.sourceDirectory",
      defaultValue = "${project.basedir}/src/main/resnet")
  private File sourceDirectory;

  /** Where the classes are written; added to the project's source folders. */
  @Parameter(
      property = "resnetc.outputDirectory",
      defaultValue = "${project.build.directory}/generated-sources/resnetc")
  private File outputDirectory;

  /** The package of the classes. */
  @Parameter(property = "resnetc.packageName", defaultValue = "${project.groupId}")
  private String packageName;

  /**
   * The models to compile. Without it, every model of every file whose parameters all have default
   * values becomes a class of its own name. Each {@code <model>} has a {@code <name>} and, where
   * wanted, the {@code <file>} that it is in, the {@code <className>} to make of it and {@code
   * <defines>} with values for its parameters.
   */
  @Parameter private List<ModelSelection> models = List.of();

  /**
   * Which algorithms may compute a convolution: {@code fast}, or {@code strict}, where every output
   * is the plain sum of its products.
   */
  @Parameter(property = "resnetc.numerics", defaultValue = "fast")
  private String numerics;

  /**
   * Images that are expected at a time: algorithms are chosen for them. Any number of images runs
   * all the same.
   */
  @Parameter(property = "resnetc.batch", defaultValue = "1")
  private int batch;

  /** Whether to write the IR after every pass, and the memory plan, to {@code target/resnetc}. */
  @Parameter(property = "resnetc.dumpIr", defaultValue = "false")
  private boolean dumpIr;

  /** Whether to do nothing. */
  @Parameter(property = "resnetc.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project.build.directory}/resnetc", readonly = true, required = true)
  private File workDirectory;

  /** Each execution of a project has a record of its own. */
  @Parameter(defaultValue = "${mojoExecution.executionId}", readonly = true, required = true)
  private String executionId;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped: resnetc.skip is set");
      return;
    }
    if (!sourceDirectory.isDirectory()) {
      getLog().info("No models: there is no folder " + sourceDirectory);
      return;
    }
    project.addCompileSourceRoot(outputDirectory.getPath());
    try {
      report(new Generator(settings()).run());
    } catch (SelectionException e) {
      throw new MojoFailureException(e.getMessage());
    } catch (CompilerBug e) {
      getLog().error(e.ir());
      throw new MojoExecutionException("A bug in resnetc: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot generate classes: " + e, e);
    }
  }

  private Settings settings() throws MojoFailureException {
    return new Settings(
        sourceDirectory.toPath().toAbsolutePath(),
        outputDirectory.toPath().toAbsolutePath(),
        workDirectory.toPath().toAbsolutePath().resolve(executionId + ".generated"),
        workDirectory.toPath().toAbsolutePath(),
        packageName,
        models,
        lowering(),
        dumpIr);
  }

  private LoweringOptions lowering() throws MojoFailureException {
    Optional<Numerics> named = Numerics.of(numerics);
    if (named.isEmpty()) {
      throw new MojoFailureException("<numerics> is fast or strict, not '" + numerics + "'");
    }
    if (batch < 1) {
      throw new MojoFailureException("<batch> is a number from 1, not " + batch);
    }
    return new LoweringOptions(named.get(), batch, Map.of());
  }

  private void report(Outcome outcome) throws MojoFailureException {
    outcome.passedOver().forEach(getLog()::info);
    if (!outcome.errors().isEmpty()) {
      outcome.errors().forEach(getLog()::error);
      throw new MojoFailureException(
          count(outcome.errors().size(), "error", "s") + " in the models");
    }
    String classes = count(outcome.classes().size(), "class", "es");
    if (outcome.upToDate()) {
      getLog().info("Nothing to generate: " + classes + " up to date");
    } else {
      getLog().info("Generated " + classes + " in " + outputDirectory);
      outcome.classes().forEach(file -> getLog().debug("Generated " + file));
    }
  }

  private static String count(int number, String one, String ending) {
    return number + " " + one + (number == 1 ? "" : ending);
  }
}
