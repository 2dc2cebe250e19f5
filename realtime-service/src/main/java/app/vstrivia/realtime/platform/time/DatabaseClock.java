package app.vstrivia.realtime.platform.time;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import org.jboss.logging.Logger;

/**
 * Follows the database's clock. Each sample bounds the difference between the clocks by half of its round trip; of the
 * last {@value #SAMPLES} the one with the shortest round trip is believed (as in Cristian's algorithm).
 */
@ApplicationScoped
public class DatabaseClock {
    private static final Logger LOG = Logger.getLogger(DatabaseClock.class);
    private static final int SAMPLES = 8;
    private static final int FIRST_SAMPLES = 5;
    private static final int FIRST_INTERVAL_MS = 40;
    private static final int RETRY_MS = 500;
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final ClockSampleStore store;
    private final Vertx vertx;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private volatile Sample best;
    private volatile boolean settled;
    private long timer;

    DatabaseClock(Pool pool, Vertx vertx) {
        this.store = new ClockSampleStore(pool);
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        settle(false);
        timer = vertx.setPeriodic(INTERVAL.toMillis(), id -> sample());
    }

    /**
     * Asks again and again until enough is known: a database that comes late is not waited for longer than it takes.
     *
     * @param counts not for a question that opens a connection, whose time would be taken for the way of the question
     */
    private void settle(boolean counts) {
        long asked = System.nanoTime();
        store.epochMicros()
                .subscribe()
                .with(
                        theirs -> {
                            if (counts) {
                                add(asked, theirs);
                            }
                            settleAfter(FIRST_INTERVAL_MS, true);
                        },
                        failure -> {
                            LOG.warnf("the database is not there yet: %s", failure.getMessage());
                            settleAfter(RETRY_MS, false);
                        });
    }

    private void settleAfter(int millis, boolean counts) {
        if (!settled) {
            vertx.setTimer(millis, id -> settle(counts));
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(timer);
    }

    /** Milliseconds since 1970-01-01 UTC as the database counts them; this machine's until the first sample is there. */
    public long now() {
        Sample sample = best;
        return sample == null ? System.currentTimeMillis() : monotonicMillis() + sample.offsetMillis();
    }

    /** Whether the difference is known well enough. */
    public boolean synchronised() {
        return settled;
    }

    private void sample() {
        long asked = System.nanoTime();
        store.epochMicros()
                .subscribe()
                .with(
                        theirs -> add(asked, theirs),
                        failure -> LOG.warnf("the database's clock could not be read: %s", failure.getMessage()));
    }

    private synchronized void add(long asked, long theirMicros) {
        long answered = System.nanoTime();
        long middleMicros = (asked + answered) / 2 / 1000;
        settled = samples.size() + 1 >= FIRST_SAMPLES;
        samples.addLast(new Sample(Math.floorDiv(theirMicros - middleMicros, 1000), answered - asked));
        if (samples.size() > SAMPLES) {
            samples.removeFirst();
        }
        best = samples.stream()
                .min(Comparator.comparingLong(Sample::roundTripNanos))
                .orElseThrow();
    }

    private static long monotonicMillis() {
        return System.nanoTime() / 1_000_000;
    }

    private record Sample(long offsetMillis, long roundTripNanos) {}
}
