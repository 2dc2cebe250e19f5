package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.match.Crowd;
import app.vstrivia.model.protocol.ServerMessage.Presence;
import app.vstrivia.model.protocol.ServerMessage.Progress;
import app.vstrivia.realtime.match.view.TallyStore.Tallied;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Tells the readers that are here how many have answered, and how many play where comings and goings are not told one by
 * one. The counts are the database's, and so those of all replicas; one query a tick asks for those of all matches that
 * are due. {@link Counts} says how often.
 */
@ApplicationScoped
public class Tally {
    private static final Logger LOG = Logger.getLogger(Tally.class);
    private static final int TICK_MS = 50;
    /** How soon a match is noticed where there was none. */
    private static final int IDLE_TICK_MS = 250;

    private final LiveMatches matches;
    private final Pool pool;
    private final Vertx vertx;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopped;

    Tally(LiveMatches matches, Pool pool, Vertx vertx) {
        this.matches = matches;
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        wait(IDLE_TICK_MS);
    }

    void stop(@Observes ShutdownEvent ended) {
        stopped = true;
    }

    private void wait(int millis) {
        vertx.setTimer(millis, id -> {
            if (!stopped) {
                wait(matches.all().isEmpty() ? IDLE_TICK_MS : TICK_MS);
                tick(System.nanoTime() / 1_000_000);
            }
        });
    }

    /** Answers to the match's open round were committed here. */
    public void answered(MatchId match) {
        matches.served(match).ifPresent(live -> live.counts().answered());
    }

    private void tick(long nowMs) {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        Map<MatchId, LiveMatch> due = new HashMap<>();
        for (LiveMatch live : matches.all()) {
            if (isDue(live, nowMs)) {
                due.put(live.id(), live);
            }
        }
        if (due.isEmpty()) {
            running.set(false);
            return;
        }
        TallyStore.count(pool, due.keySet())
                .subscribe()
                .with(
                        counted -> {
                            running.set(false);
                            counted.forEach(one -> tell(due.get(one.match()), one));
                        },
                        failure -> {
                            running.set(false);
                            LOG.warnf("players and answers were not counted: %s", failure.getMessage());
                        });
    }

    private static boolean isDue(LiveMatch live, long nowMs) {
        boolean due = false;
        if (live.open().isPresent() && live.counts().progressIsDue(nowMs, live.players())) {
            live.counts().askedForProgress(nowMs);
            due = true;
        }
        if (countsPlayers(live) && live.counts().presenceIsDue(nowMs, live.players())) {
            live.counts().askedForPresence(nowMs);
            due = true;
        }
        return due;
    }

    private static boolean countsPlayers(LiveMatch live) {
        return live.isRoom() && !live.isOver() && live.players() >= Crowd.TOLD_ONE_BY_ONE;
    }

    private static void tell(LiveMatch live, Tallied tallied) {
        if (countsPlayers(live) && live.counts().isNews(tallied.players())) {
            live.grow(tallied.players());
            live.stream().tellLatest("presence:" + live.id(), new Presence(live.id(), tallied.players()));
        }
        Progress progress = new Progress(live.id(), tallied.round(), tallied.answered(), tallied.players());
        // Once more, for it may have been sealed meanwhile.
        boolean open =
                live.open().filter(round -> round.round() == tallied.round()).isPresent();
        if (open && live.counts().isNews(progress)) {
            live.stream().tellLatest("progress:" + live.id(), progress);
        }
    }
}
