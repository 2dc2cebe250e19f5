package app.vstrivia.realtime.match.answer;

import app.vstrivia.model.gather.Gathering;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.AnswerLedger;
import app.vstrivia.model.match.PlayerAnswer;
import app.vstrivia.model.match.RoundKey;
import app.vstrivia.model.match.StoredAnswer;
import app.vstrivia.model.sql.ConnectionSettings;
import app.vstrivia.realtime.match.clock.EarlySeal;
import app.vstrivia.realtime.match.view.Tally;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Group commit: answers wait at most 3 ms, or until 128 are there, and go into one transaction. If that fails, those of
 * each match are tried by themselves, and then each alone, so that none can harm the others. Those of a match whose row
 * somebody holds go aside for a while, so that the others do not wait with them each time.
 */
@ApplicationScoped
class AnswerWriter {
    /** Beyond 50,000 that wait for the database, clients are told to try again. */
    private static final Gathering.Bounds BOUNDS = new Gathering.Bounds(3, 128, 4, 50_000);

    private static final Gathering.Bounds BOUNDS_ASIDE = new Gathering.Bounds(3, 128, 1, 10_000);

    /** How often, and after which time each, an answer is looked for whose round is not sealed yet. */
    private static final int LOOKS = 20;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /** How long a match is taken for held after a wait for its row came to nothing, in ms. */
    private static final long HELD_MS = 10_000;

    private final EarlySeal earlySeal;
    private final Tally tally;
    private final Gathering<PlayerAnswer, StoredAnswer> writes;
    private final Gathering<PlayerAnswer, StoredAnswer> writesAside;
    private final Gathering<PlayerAnswer, Optional<StoredAnswer>> finds;
    private final Map<PlayerRound, Uni<StoredAnswer>> pending = new ConcurrentHashMap<>();
    /** Until when, as {@link System#nanoTime()}. */
    private final Map<MatchId, Long> held = new ConcurrentHashMap<>();

    AnswerWriter(AnswerLedger ledger, EarlySeal earlySeal, Tally tally, Vertx vertx) {
        this.earlySeal = earlySeal;
        this.tally = tally;
        this.writes = new Gathering<>("answers", BOUNDS, vertx, group -> store(ledger, group), this::split);
        this.writesAside =
                new Gathering<>("answers aside", BOUNDS_ASIDE, vertx, group -> store(ledger, group), this::split);
        this.finds = new Gathering<>("questions for answers", BOUNDS, vertx, ledger::findSettled);
    }

    /** What became of the answer, after its commit. */
    Uni<StoredAnswer> write(PlayerAnswer answer) {
        PlayerRound key = PlayerRound.of(answer);
        Gathering<PlayerAnswer, StoredAnswer> way = isHeld(answer.match()) ? writesAside : writes;
        Uni<StoredAnswer> written = way.add(answer).memoize().indefinitely();
        pending.put(key, written);
        return written.onTermination().invoke(() -> pending.remove(key, written));
    }

    /** How many have no outcome yet. */
    int waiting() {
        return pending.size();
    }

    /**
     * What became of an answer that cannot be stored any more, once what is on its way for the same player and round has
     * arrived, whatever becomes of it; from another replica it may arrive until the round is sealed. Fails if that takes too
     * long.
     */
    Uni<StoredAnswer> find(PlayerAnswer answer) {
        Uni<StoredAnswer> written = pending.get(PlayerRound.of(answer));
        Uni<StoredAnswer> settled = written == null ? Uni.createFrom().nullItem() : written;
        return settled.onFailure().recoverWithNull().chain(() -> findSettled(answer, LOOKS));
    }

    private Uni<StoredAnswer> findSettled(PlayerAnswer answer, int looks) {
        return finds.add(answer).chain(found -> {
            if (found.isPresent()) {
                return Uni.createFrom().item(found.get());
            }
            return looks > 1
                    ? Uni.createFrom()
                            .voidItem()
                            .onItem()
                            .delayIt()
                            .by(LOOK_AGAIN)
                            .chain(() -> findSettled(answer, looks - 1))
                    : Uni.createFrom().failure(new TimeoutException("the round has not been sealed yet"));
        });
    }

    private Uni<List<StoredAnswer>> store(AnswerLedger ledger, List<PlayerAnswer> group) {
        return ledger.store(group).invoke(this::committed);
    }

    private boolean isHeld(MatchId match) {
        Long until = held.get(match);
        return until != null && System.nanoTime() - until < 0;
    }

    private void noteHeld(MatchId match) {
        long now = System.nanoTime();
        held.values().removeIf(until -> now - until > 0);
        held.put(match, now + TimeUnit.MILLISECONDS.toNanos(HELD_MS));
    }

    private void committed(List<StoredAnswer> stored) {
        stored.stream()
                .map(answer ->
                        new RoundKey(answer.given().match(), answer.given().round()))
                .distinct()
                .forEach(round -> {
                    held.remove(round.match());
                    tally.answered(round.match());
                    earlySeal.check(round);
                });
    }

    /** Answers to a match whose row somebody holds would each wait for it as long as all of them did. */
    private List<List<PlayerAnswer>> split(List<PlayerAnswer> group, Throwable failure) {
        Collection<List<PlayerAnswer>> byMatch = group.stream()
                .collect(Collectors.groupingBy(PlayerAnswer::match))
                .values();
        if (byMatch.size() > 1) {
            return List.copyOf(byMatch);
        }
        if (ConnectionSettings.lockWaitTimedOut(failure)) {
            noteHeld(group.get(0).match());
            return List.of();
        }
        return Gathering.singly(group);
    }

    private record PlayerRound(RoundKey round, PlayerId player) {
        static PlayerRound of(PlayerAnswer answer) {
            return new PlayerRound(new RoundKey(answer.match(), answer.round()), answer.player());
        }
    }
}
