package io.resnetc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.resnetc.runtime.NetworkInfo;
import org.junit.jupiter.api.Test;

class InMemoryJavacTest {
  @Test
  void loadsAClassThatUsesTheRuntime() throws Exception {
    Class<?> loaded =
        InMemoryJavac.compile(
            "p.Answer",
            """
            package p;
            public final class Answer {
              private static final class Inner { int value = 42; }
              public static Class<?> type() { return io.resnetc.runtime.NetworkInfo.class; }
              public static int value() { return new Inner().value; }
            }
            """);
    assertThat(loaded.getName()).isEqualTo("p.Answer");
    assertThat(loaded.getMethod("value").invoke(null)).isEqualTo(42);
    assertThat(loaded.getMethod("type").invoke(null)).isEqualTo(NetworkInfo.class);
  }

  @Test
  void saysWhereASourceIsWrong() {
    assertThatThrownBy(() -> InMemoryJavac.compile("Bad", "class Bad {\n  int x = y;\n}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("javac rejects the generated class")
        .hasMessageContaining("Bad.java:2")
        .hasMessageContaining("symbol");
  }
}
