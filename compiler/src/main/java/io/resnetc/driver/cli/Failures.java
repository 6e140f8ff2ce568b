package io.resnetc.driver.cli;

import io.resnetc.driver.CompileException;
import io.resnetc.driver.CompilerBug;
import io.resnetc.driver.NoJavaCompilerException;
import io.resnetc.driver.Version;
import io.resnetc.runtime.weights.WeightsException;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What every kind of failure prints, and its exit code. Nobody sees a stack trace. */
final class Failures {
  private Failures() {}

  /** The command line itself is wrong. */
  static int usage(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("resnetc: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  /** A command failed. */
  static int execution(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    command.getOut().flush();
    if (e instanceof ParameterException usage) {
      return usage(usage, new String[0]);
    }
    if (e instanceof CompileException) {
      err.print(e.getMessage());
      return ExitCode.USER_ERROR;
    }
    if (e instanceof UserError
        || e instanceof WeightsException
        || e instanceof NoJavaCompilerException) {
      err.println("resnetc: " + e.getMessage());
      return ExitCode.USER_ERROR;
    }
    if (e instanceof IOException io) {
      err.println("resnetc: " + IoText.of(io));
      return ExitCode.USER_ERROR;
    }
    return bug(err, e);
  }

  /** The virtual machine gave up, or found the program broken. */
  static int error(PrintWriter err, Error e) {
    if (e instanceof OutOfMemoryError) {
      err.println("resnetc: not enough memory: " + e.getMessage());
      err.println("Give Java more, for example with RESNETC_JAVA_OPTS=-Xmx8g.");
      return ExitCode.USER_ERROR;
    }
    return bug(err, e);
  }

  private static int bug(PrintWriter err, Throwable e) {
    Throwable cause = e instanceof CompilerBug && e.getCause() != null ? e.getCause() : e;
    String stage = e instanceof CompilerBug bug ? bug.stage() + ": " : "";
    err.println("resnetc: internal error: " + stage + cause);
    if (cause.getStackTrace().length > 0) {
      err.println("  at " + cause.getStackTrace()[0]);
    }
    err.printf(
        "This is a bug in resnetc, not in your model. Please report it with all of this text%n"
            + "(resnetc %s, Java %s, %s %s).%n",
        Version.TEXT,
        System.getProperty("java.version"),
        System.getProperty("os.name"),
        System.getProperty("os.arch"));
    if (e instanceof CompilerBug bug) {
      err.printf("The graph that shows it:%n%n%s", bug.ir());
    }
    return ExitCode.BUG;
  }
}
