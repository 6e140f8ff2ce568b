package io.resnetc.checkpoint;

import io.resnetc.diag.Printable;
import io.resnetc.runtime.weights.WeightsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renaming rules, which every name goes through one after the other. */
public final class Renaming {
  private final List<RenamingRule> rules;

  private Renaming(List<RenamingRule> rules) {
    this.rules = rules;
  }

  /**
   * Reads rules of the form {@code old=new}, where {@code *} stands for any text within a segment
   * of a name and {@code **} for any text at all.
   *
   * @throws WeightsException when one of them is none
   */
  public static Renaming parse(List<String> rules) {
    return new Renaming(rules.stream().map(RenamingRule::parse).toList());
  }

  /** The new name of each, in their order. */
  Map<String, String> of(Collection<String> names) {
    Map<String, String> result = new LinkedHashMap<>();
    names.forEach(name -> result.put(name, name));
    for (RenamingRule rule : rules) {
      List<String> matched = new ArrayList<>();
      result.replaceAll(
          (before, now) -> {
            var next = rule.apply(now);
            next.ifPresent(matched::add);
            return next.orElse(now);
          });
      if (matched.isEmpty()) {
        throw new WeightsException("the rule '%s' matches no name".formatted(rule));
      }
    }
    checkDistinct(result);
    return result;
  }

  private static void checkDistinct(Map<String, String> renamed) {
    Map<String, String> taken = new HashMap<>();
    renamed.forEach(
        (before, after) -> {
          String other = taken.put(after, before);
          if (other != null) {
            throw new WeightsException(
                "'%s' and '%s' would both be called '%s'"
                    .formatted(Printable.of(other), Printable.of(before), Printable.of(after)));
          }
        });
  }
}
