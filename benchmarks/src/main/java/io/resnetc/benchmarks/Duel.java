package io.resnetc.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Times two contenders in turns, so that whatever the machine does meanwhile, such as changing its
 * clock, happens to both. Turns are long enough that what one leaves behind, such as spinning
 * threads and full caches, is over before the other one's best run.
 */
final class Duel {
  private static final long TURN = TimeUnit.MILLISECONDS.toNanos(500);

  private final long warmUp;
  private final long measured;
  private final int batch;

  /**
   * @param warmUpSeconds for each before anything is measured
   * @param seconds of measured time for each, at least
   */
  Duel(double warmUpSeconds, double seconds, int batch) {
    warmUp = (long) (warmUpSeconds * 1e9);
    measured = (long) (seconds * 1e9);
    this.batch = batch;
  }

  /** What both took. */
  record Outcome(Timings first, Timings second) {}

  Outcome run(Contender first, Contender second) {
    turn(first, warmUp);
    turn(second, warmUp);
    Side left = new Side(first);
    Side right = new Side(second);
    while (left.spent < measured || right.spent < measured) {
      left.turn();
      right.turn();
    }
    return new Outcome(new Timings(left.nanos, batch), new Timings(right.nanos, batch));
  }

  /** Runs one contender for a while and returns how long each run took. */
  static List<Long> turn(Contender contender, long duration) {
    List<Long> nanos = new ArrayList<>();
    long end = System.nanoTime() + duration;
    long now = System.nanoTime();
    do {
      contender.run();
      long then = now;
      now = System.nanoTime();
      nanos.add(now - then);
    } while (now < end);
    return nanos;
  }

  /** One contender and what was measured of it. */
  private static final class Side {
    final Contender contender;
    final List<Long> nanos = new ArrayList<>();
    long spent;

    Side(Contender contender) {
      this.contender = contender;
    }

    void turn() {
      List<Long> runs = Duel.turn(contender, TURN);
      // The first run of a turn finds the other one's data in the caches.
      runs.subList(runs.size() > 1 ? 1 : 0, runs.size())
          .forEach(
              run -> {
                nanos.add(run);
                spent += run;
              });
    }
  }
}
