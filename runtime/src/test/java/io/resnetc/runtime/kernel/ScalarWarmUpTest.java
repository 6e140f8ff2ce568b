package io.resnetc.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScalarWarmUpTest {
  @Test
  void endsByItselfAndHoldsNoProcessOpen() throws InterruptedException {
    ScalarWarmUp warmUp = new ScalarWarmUp();
    assertThat(warmUp.isDaemon()).isTrue();
    warmUp.start();
    warmUp.join(Duration.ofSeconds(20).toMillis());
    assertThat(warmUp.isAlive()).isFalse();
  }
}
