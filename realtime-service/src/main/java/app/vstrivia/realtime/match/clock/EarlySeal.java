package app.vstrivia.realtime.match.clock;

import app.vstrivia.model.match.AnswerLedger;
import app.vstrivia.model.match.RoundKey;
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
    private static final int PAUSE_MS = 100;

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
        ledger.closeIfAllAnswered(round)
                .subscribe()
                .with(
                        endsAt -> {
                            endsAt.ifPresent(at -> clock.scheduleHere(round.match(), at));
                            looked(round);
                        },
                        failure -> {
                            LOG.warnf("%s could not be ended early: %s", round, failure.getMessage());
                            looked(round);
                        });
    }

    private void looked(RoundKey round) {
        if (looking.remove(round, false)) {
            return;
        }
        looking.put(round, false);
        vertx.setTimer(PAUSE_MS, timer -> look(round));
    }
}
