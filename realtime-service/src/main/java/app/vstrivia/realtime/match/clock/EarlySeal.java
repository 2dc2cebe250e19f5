package app.vstrivia.realtime.match.clock;

import app.vstrivia.model.match.AnswerLedger;
import app.vstrivia.model.match.RoundKey;
import app.vstrivia.realtime.platform.observe.LogKeys;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Ends rounds that nobody thinks about any more. A round is looked at once at a time; what happens meanwhile leads to
 * one more look, a little later, so that ten thousand answers do not lead to as many looks.
 */
@ApplicationScoped
public class EarlySeal {
    private static final Logger LOG = Logger.getLogger(EarlySeal.class);
    private static final int SHORTEST_PAUSE_MS = 100;
    private static final int LONGEST_PAUSE_MS = 2_000;

    /** At most one tenth of the time is spent on looking, however many players there are to look at. */
    private static final int PAUSE_PER_LOOK = 9;

    private final AnswerLedger ledger;
    private final MatchClock clock;
    private final Vertx vertx;
    /** The rounds that are being looked at, and whether to look again. */
    private final Map<RoundKey, Boolean> looking = new ConcurrentHashMap<>();

    EarlySeal(AnswerLedger ledger, MatchClock clock, Vertx vertx) {
        this.ledger = ledger;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** Somebody answered the round, or left it. */
    public void check(RoundKey round) {
        boolean again = looking.compute(round, (key, looked) -> looked != null);
        if (!again) {
            look(round);
        }
    }

    private void look(RoundKey round) {
        long began = System.nanoTime();
        ledger.closeIfAllAnswered(round)
                .subscribe()
                .with(
                        endsAt -> {
                            endsAt.ifPresent(at -> clock.scheduleHere(round.match(), at));
                            looked(round, System.nanoTime() - began);
                        },
                        failure -> {
                            LogKeys.with(
                                    LogKeys.MATCH,
                                    round.match(),
                                    () -> LOG.warnf("%s could not be ended early: %s", round, failure.getMessage()));
                            looked(round, System.nanoTime() - began);
                        });
    }

    private void looked(RoundKey round, long nanos) {
        if (looking.remove(round, false)) {
            return;
        }
        looking.put(round, false);
        vertx.setTimer(pauseMs(nanos), timer -> look(round));
    }

    static long pauseMs(long lookNanos) {
        return Math.max(SHORTEST_PAUSE_MS, Math.min(LONGEST_PAUSE_MS, lookNanos / 1_000_000 * PAUSE_PER_LOOK));
    }
}
