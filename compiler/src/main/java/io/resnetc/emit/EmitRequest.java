package io.resnetc.emit;

import io.resnetc.lower.Program;
import io.resnetc.memory.MemoryPlan;
import java.util.List;

/**
 * All that decides the bytes of the generated file.
 *
 * @param packageName the class's package; empty for none
 * @param className the class's name
 * @param compilerVersion the version of resnetc
 * @param sourceName the source file's name without its folder
 * @param sourceSha256 the source's digest in hexadecimal
 * @param passes the names of the passes that ran, in order
 * @param program the network as kernel calls
 * @param plan where its values lie
 */
public record EmitRequest(
    String packageName,
    String className,
    String compilerVersion,
    String sourceName,
    String sourceSha256,
    List<String> passes,
    Program program,
    MemoryPlan plan) {
  public EmitRequest {
    passes = List.copyOf(passes);
  }
}
