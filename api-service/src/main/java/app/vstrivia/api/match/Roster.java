package app.vstrivia.api.match;

import app.vstrivia.api.match.Change.Outcome;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.gather.Gathering;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.AnswerLedger;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.match.RoundKey;
import app.vstrivia.model.sql.ConnectionSettings;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Group commit of comings and goings: those of one match that come at the same time are one transaction, which holds the
 * match's row; the others of the match gather meanwhile. Each caller is answered after the commit.
 */
@ApplicationScoped
public class Roster {
    private static final Logger LOG = Logger.getLogger(Roster.class);
    private static final Gathering.Bounds BOUNDS = new Gathering.Bounds(3, 128, 1, 20_000);

    /** Matches that are busy at the same time; one that is forgotten too early merely has two groups in flight. */
    private static final int REMEMBERED = 4_096;

    private final Transactions transactions;
    private final Matches matches;
    private final AnswerLedger ledger;
    private final Vertx vertx;
    private final Map<MatchId, Gathering<Change, Outcome>> gatherings = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<MatchId, Gathering<Change, Outcome>> eldest) {
            return size() > REMEMBERED;
        }
    };

    Roster(Transactions transactions, Matches matches, AnswerLedger ledger, Vertx vertx) {
        this.transactions = transactions;
        this.matches = matches;
        this.ledger = ledger;
        this.vertx = vertx;
    }

    /**
     * Lets somebody in; coming twice is coming once.
     *
     * @param capacity how many players there may be at most
     */
    public Uni<Admission> join(MatchId match, Entrant entrant, int capacity) {
        return of(match).add(new Change.Join(entrant, capacity)).map(Outcome::admission);
    }

    /** Leaving twice is leaving once; fails with {@link MatchNotFound} for who never entered. */
    Uni<Void> leave(MatchId match, PlayerId player) {
        return of(match)
                .add(new Change.Leave(player))
                .invoke(outcome -> {
                    if (!outcome.known()) {
                        throw new MatchNotFound();
                    }
                })
                .replaceWithVoid();
    }

    private Gathering<Change, Outcome> of(MatchId match) {
        synchronized (gatherings) {
            return gatherings.computeIfAbsent(
                    match,
                    id -> new Gathering<>(
                            "comings and goings",
                            BOUNDS,
                            vertx,
                            group -> commit(id, group),
                            (group, failure) ->
                                    ConnectionSettings.lockWaitTimedOut(failure) || failure instanceof MatchNotFound
                                            ? List.of()
                                            : Gathering.singly(group)));
        }
    }

    private Uni<List<Outcome>> commit(MatchId id, List<Change> group) {
        return transactions
                .run(transaction -> matches.lock(transaction, id)
                        .chain(match ->
                                matches.change(transaction, match, group).map(outcomes -> new Done(match, outcomes))))
                .call(done -> group.stream().anyMatch(Change.Leave.class::isInstance)
                        ? doNotWait(done.match())
                        : Uni.createFrom().voidItem())
                .map(Done::outcomes);
    }

    /** That a round may end early now is worth no failure: who left has left. */
    private Uni<Void> doNotWait(MatchState match) {
        return match.phase() == MatchPhase.OPEN
                ? ledger.closeIfAllAnswered(new RoundKey(match.id(), match.round()))
                        .replaceWithVoid()
                        .onFailure()
                        .invoke(failure -> LOG.warnf("a round was not looked at: %s", failure.getMessage()))
                        .onFailure()
                        .recoverWithNull()
                : Uni.createFrom().voidItem();
    }

    private record Done(MatchState match, List<Outcome> outcomes) {}
}
