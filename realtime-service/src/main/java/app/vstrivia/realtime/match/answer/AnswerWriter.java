package app.vstrivia.realtime.match.answer;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.AnswerLedger;
import app.vstrivia.model.match.PlayerAnswer;
import app.vstrivia.model.match.RoundKey;
import app.vstrivia.model.match.StoredAnswer;
import app.vstrivia.realtime.match.clock.EarlySeal;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Group commit: answers wait at most {@value #WAIT_MS} ms, or until {@value #GROUP} are there, and go into one
 * transaction. If that fails, each is tried by itself, so that one cannot harm the others.
 */
@ApplicationScoped
class AnswerWriter {
    private static final Logger LOG = Logger.getLogger(AnswerWriter.class);
    private static final int WAIT_MS = 3;
    private static final int GROUP = 128;
    private static final int GROUPS_IN_FLIGHT = 4;

    /** Answers that wait for the database; beyond that, clients are told to try again. */
    private static final int MAX_WAITING = 50_000;

    private final AnswerLedger ledger;
    private final EarlySeal earlySeal;
    private final Vertx vertx;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Map<PlayerRound, Uni<StoredAnswer>> pending = new ConcurrentHashMap<>();
    private boolean timer;
    private int inFlight;

    AnswerWriter(AnswerLedger ledger, EarlySeal earlySeal, Vertx vertx) {
        this.ledger = ledger;
        this.earlySeal = earlySeal;
        this.vertx = vertx;
    }

    /** What became of the answer, after its commit. */
    Uni<StoredAnswer> write(PlayerAnswer answer) {
        PlayerRound key = PlayerRound.of(answer);
        Uni<StoredAnswer> written = Uni.createFrom()
                .<StoredAnswer>emitter(emitter -> add(new Waiting(answer, emitter)))
                .memoize()
                .indefinitely();
        pending.put(key, written);
        return written.onTermination().invoke(() -> pending.remove(key, written));
    }

    /** How many have no outcome yet. */
    int waiting() {
        return pending.size();
    }

    /** Waits for what is on its way for the same player and round, whatever becomes of it. */
    Uni<Void> settled(PlayerAnswer answer) {
        Uni<StoredAnswer> written = pending.get(PlayerRound.of(answer));
        return written == null
                ? Uni.createFrom().voidItem()
                : written.replaceWithVoid().onFailure().recoverWithNull();
    }

    private void add(Waiting answer) {
        boolean full;
        boolean flush;
        synchronized (this) {
            full = waiting.size() >= MAX_WAITING;
            if (!full) {
                waiting.addLast(answer);
            }
            flush = waiting.size() >= GROUP;
            if (!flush && !timer) {
                timer = true;
                vertx.setTimer(WAIT_MS, id -> timeIsUp());
            }
        }
        if (full) {
            answer.emitter().fail(new IllegalStateException("too many answers wait for the database"));
        } else if (flush) {
            flush();
        }
    }

    private void timeIsUp() {
        synchronized (this) {
            timer = false;
        }
        flush();
    }

    private void flush() {
        List<Waiting> group = takeGroup();
        if (!group.isEmpty()) {
            ledger.store(group.stream().map(Waiting::answer).toList())
                    .subscribe()
                    .with(stored -> committed(group, stored), failure -> oneByOne(group, failure));
        }
    }

    private synchronized List<Waiting> takeGroup() {
        List<Waiting> group = new ArrayList<>();
        while (inFlight < GROUPS_IN_FLIGHT && group.size() < GROUP && !waiting.isEmpty()) {
            group.add(waiting.pollFirst());
        }
        inFlight += group.isEmpty() ? 0 : 1;
        return group;
    }

    private void committed(List<Waiting> group, List<StoredAnswer> stored) {
        ended();
        for (int i = 0; i < group.size(); i++) {
            group.get(i).emitter().complete(stored.get(i));
        }
        Set<RoundKey> rounds = stored.stream()
                .map(answer ->
                        new RoundKey(answer.given().match(), answer.given().round()))
                .collect(Collectors.toSet());
        rounds.forEach(earlySeal::check);
    }

    private void oneByOne(List<Waiting> group, Throwable failure) {
        if (group.size() == 1) {
            ended();
            LOG.warnf("an answer could not be stored: %s", failure.getMessage());
            group.get(0).emitter().fail(failure);
            return;
        }
        LOG.warnf("%d answers are stored one by one: %s", group.size(), failure.getMessage());
        synchronized (this) {
            inFlight += group.size() - 1;
        }
        group.forEach(one -> ledger.store(List.of(one.answer()))
                .subscribe()
                .with(stored -> committed(List.of(one), stored), again -> oneByOne(List.of(one), again)));
    }

    private void ended() {
        boolean more;
        synchronized (this) {
            inFlight--;
            more = !waiting.isEmpty();
        }
        if (more) {
            flush();
        }
    }

    private record PlayerRound(RoundKey round, PlayerId player) {
        static PlayerRound of(PlayerAnswer answer) {
            return new PlayerRound(new RoundKey(answer.match(), answer.round()), answer.player());
        }
    }

    private record Waiting(PlayerAnswer answer, UniEmitter<? super StoredAnswer> emitter) {}
}
