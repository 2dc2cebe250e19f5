package app.vstrivia.realtime.session;

import app.vstrivia.model.protocol.MatchSnapshot.Role;
import app.vstrivia.realtime.match.view.Presence;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Players who are not there any more: their match waits for them no longer. Whose connection has only ended gets a moment to
 * come back, for a phone that changes its network must not lose the round to that.
 */
@ApplicationScoped
public class Leaving {
    private static final Logger LOG = Logger.getLogger(Leaving.class);
    private static final int GRACE_MS = 3_000;

    private final Presence presence;
    private final Vertx vertx;
    /** By timer. */
    private final Map<Long, Departure> waiting = new ConcurrentHashMap<>();

    private volatile boolean finishing;

    Leaving(Presence presence, Vertx vertx) {
        this.presence = presence;
        this.vertx = vertx;
    }

    /** The session does not read the match any more. */
    void now(Session session, Held held) {
        if (held.role() == Role.PLAYER) {
            take(new Departure(session, held, () -> {})).subscribe().with(done -> {}, Leaving::notNoted);
        }
    }

    /**
     * The session has ended.
     *
     * @param release gives back what was read; the match is needed until nobody waits any more
     */
    void soon(Session session, Held held, Runnable release) {
        if (held.role() != Role.PLAYER) {
            release.run();
            return;
        }
        Departure departure = new Departure(session, held, release);
        if (finishing) {
            take(departure).subscribe().with(done -> {}, Leaving::notNoted);
        } else {
            waiting.put(vertx.setTimer(GRACE_MS, this::timeIsUp), departure);
        }
    }

    private void timeIsUp(long timer) {
        Departure departure = waiting.remove(timer);
        if (departure != null) {
            take(departure).subscribe().with(done -> {}, Leaving::notNoted);
        }
    }

    /** Takes the grace from all who have it; completes when their going has been noted. */
    public Uni<Void> finish() {
        finishing = true;
        List<Uni<Void>> all = List.copyOf(waiting.keySet()).stream()
                .filter(vertx::cancelTimer)
                .map(waiting::remove)
                .map(this::take)
                .toList();
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(all).andCollectFailures().replaceWithVoid();
    }

    private Uni<Void> take(Departure departure) {
        Held held = departure.held();
        Session session = departure.session();
        return presence.gone(held.match().id(), session.player(), session.id())
                .invoke(() -> held.match().doNotWait())
                .onTermination()
                .invoke(departure.release());
    }

    private static void notNoted(Throwable failure) {
        LOG.warnf("a player's going was not noted: %s", failure.getMessage());
    }

    private record Departure(Session session, Held held, Runnable release) {}
}
