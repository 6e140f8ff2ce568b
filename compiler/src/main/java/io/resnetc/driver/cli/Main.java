package io.resnetc.driver.cli;

import io.resnetc.driver.Compiler;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The entry of the command line. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the virtual machine with its exit code. */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    int code = run(new Compiler(), out, err, arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** Runs one command and returns its exit code. */
  public static int run(Compiler compiler, PrintWriter out, PrintWriter err, String... arguments) {
    try {
      return commandLine(compiler).setOut(out).setErr(err).execute(arguments);
    } catch (Error e) {
      return Failures.error(err, e);
    }
  }

  static CommandLine commandLine(Compiler compiler) {
    return new CommandLine(new CompileCommand(compiler))
        .addSubcommand(new RunCommand(compiler))
        .addSubcommand(new DumpCommand(compiler))
        .addSubcommand(new SummaryCommand(compiler))
        .addSubcommand(new ExportCommand(compiler))
        .addSubcommand(new ImportCommand(compiler))
        .addSubcommand(new WeightsCommand(compiler))
        .addSubcommand(new ConvertCommand())
        .addSubcommand(new ArchiveCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(Failures::usage)
        .setExecutionExceptionHandler(Failures::execution);
  }

  /** UTF-8 even where the locale is C, as in most containers; Windows consoles know better. */
  private static PrintWriter writer(FileDescriptor descriptor) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Charset charset = windows ? Charset.defaultCharset() : StandardCharsets.UTF_8;
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset), true);
  }
}
