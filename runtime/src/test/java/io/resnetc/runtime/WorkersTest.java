package io.resnetc.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {
  @Test
  void runsEveryShareOnce() {
    try (Workers workers = new Workers(3)) {
      for (int parts = 1; parts < 9; parts++) {
        for (int repeat = 0; repeat < 200; repeat++) {
          checkShares(workers, parts);
        }
      }
    }
  }

  @Test
  void executorRunsEveryShareOnce() {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      for (int repeat = 0; repeat < 200; repeat++) {
        checkShares(Parallelism.of(executor, 3), 1 + repeat % 7);
      }
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void anExecutorThatRejectsOrNeverStartsOnlyCostsParallelism() {
    checkShares(
        Parallelism.of(
            task -> {
              throw new RejectedExecutionException();
            },
            4),
        4);
    checkShares(Parallelism.of(task -> {}, 4), 4);
  }

  @Test
  void rethrowsTheFailureOfAShareAndGoesOn() {
    try (Workers workers = new Workers(2)) {
      for (Parallelism parallelism : List.of(workers, Parallelism.of(Runnable::run, 2))) {
        for (int failing = 0; failing < 2; failing++) {
          int culprit = failing;
          assertThatThrownBy(() -> parallelism.run(2, (part, parts) -> failAt(part, culprit)))
              .hasMessage("share " + culprit);
        }
        checkShares(parallelism, 2);
      }
    }
  }

  private static void failAt(int part, int culprit) {
    if (part == culprit) {
      throw new IllegalStateException("share " + part);
    }
  }

  @Test
  void aShareMayAskForShares() {
    try (Workers workers = new Workers(2)) {
      workers.run(2, (part, parts) -> checkShares(workers, 2));
    }
  }

  @Test
  void twoCallersShareTheWorkers() throws InterruptedException {
    try (Workers workers = new Workers(2)) {
      AtomicIntegerArray done = new AtomicIntegerArray(2);
      Thread other = new Thread(() -> repeat(workers, done, 1));
      other.start();
      repeat(workers, done, 0);
      other.join();
      assertThat(done.get(0)).isEqualTo(2000);
      assertThat(done.get(1)).isEqualTo(2000);
    }
  }

  private static void repeat(Workers workers, AtomicIntegerArray done, int caller) {
    for (int i = 0; i < 1000; i++) {
      workers.run(2, (part, parts) -> done.incrementAndGet(caller));
    }
  }

  @Test
  void keepsTheInterruptFlag() {
    try (Workers workers = new Workers(2)) {
      Thread.currentThread().interrupt();
      checkShares(workers, 2);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void threadsParkWhenThereIsNoWork() throws InterruptedException {
    try (Workers workers = new Workers(2)) {
      Thread[] seen = new Thread[2];
      workers.run(2, (part, parts) -> seen[part] = Thread.currentThread());
      while (seen[1].getState() != Thread.State.WAITING) {
        Thread.sleep(1);
      }
      checkShares(workers, 2);
    }
  }

  @Test
  void threadsEndWithTheirOwner() throws InterruptedException {
    Workers workers = new Workers(2);
    Thread[] seen = new Thread[2];
    workers.run(2, (part, parts) -> seen[part] = Thread.currentThread());
    assertThat(seen[0]).isSameAs(Thread.currentThread());
    assertThat(seen[1].isDaemon()).isTrue();
    workers.close();
    seen[1].join(TimeUnit.SECONDS.toMillis(10));
    assertThat(seen[1].isAlive()).isFalse();
    assertThatThrownBy(() -> workers.run(2, (part, parts) -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void checkShares(Parallelism parallelism, int parts) {
    AtomicIntegerArray runs = new AtomicIntegerArray(parts);
    parallelism.run(
        parts,
        (part, total) -> {
          assertThat(total).isEqualTo(parts);
          runs.incrementAndGet(part);
        });
    for (int part = 0; part < parts; part++) {
      assertThat(runs.get(part)).isEqualTo(1);
    }
  }
}
