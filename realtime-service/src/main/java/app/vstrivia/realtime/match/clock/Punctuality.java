package app.vstrivia.realtime.match.clock;

import app.vstrivia.realtime.match.machine.MatchState;
import app.vstrivia.realtime.platform.observe.RealtimeMetric;
import app.vstrivia.realtime.platform.time.DatabaseClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;

/** Counts how late rounds are opened and revealed. */
@ApplicationScoped
class Punctuality {
    private final DatabaseClock clock;
    private final Timer opened;
    private final Timer revealed;

    Punctuality(DatabaseClock clock, MeterRegistry registry) {
        this.clock = clock;
        this.opened = RealtimeMetric.ROUNDS_LATE.timer(registry, "opened");
        this.revealed = RealtimeMetric.ROUNDS_LATE.timer(registry, "revealed");
    }

    void start(@Observes StartupEvent started) {
        // The meters are there before the first round is.
    }

    /** The move is committed, and those who are here have been told. */
    void told(Move move) {
        if (move.next() instanceof MatchState.Open) {
            note(opened, move);
        } else if (move.next() instanceof MatchState.Revealed) {
            note(revealed, move);
        }
    }

    /** The clocks differ by a few milliseconds, so that a move may look early. */
    private void note(Timer timer, Move move) {
        timer.record(Math.max(0, clock.now() - move.dueAt()), TimeUnit.MILLISECONDS);
    }
}
