package app.vstrivia.local.prove.play;

import app.vstrivia.local.prove.check.AuditStore;
import app.vstrivia.local.prove.check.Checker;
import app.vstrivia.local.prove.check.MatchFacts;
import app.vstrivia.local.prove.check.Violations;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Has each match verified as soon as the last of its players is through with it. */
final class Referee {
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final Checker checker;
    private final AuditStore store;
    private final Violations violations;
    private final Map<String, Integer> through = new HashMap<>();

    Referee(Checker checker, AuditStore store, Violations violations) {
        this.checker = checker;
        this.store = store;
        this.violations = violations;
    }

    /** A player has seen the end of a match, and has all acks; {@code players} are in it. */
    void through(String match, int players) throws InterruptedException {
        boolean last;
        synchronized (this) {
            last = through.merge(match, 1, Integer::sum) == players;
        }
        if (last) {
            verify(match);
        }
    }

    /** Those that nobody brought to an end: what is known of them has to hold all the same. */
    void verifyRest() throws InterruptedException {
        for (String match : checker.unverified()) {
            verify(match);
        }
    }

    private void verify(String match) throws InterruptedException {
        long end = System.nanoTime() + BOUND.toNanos();
        try {
            Patience.await("the database could not be read", BOUND, () -> {
                try {
                    MatchFacts facts = store.read(match);
                    checker.verify(facts);
                    return true;
                } catch (SQLException away) {
                    return report(match, end, away);
                }
            });
        } catch (TimeoutException late) {
            violations.add("database", match + ": " + late.getMessage());
        }
    }

    private boolean report(String match, long end, SQLException away) {
        if (System.nanoTime() - end > 0) {
            violations.add("database", match + ": " + away.getMessage());
        }
        return false;
    }
}
