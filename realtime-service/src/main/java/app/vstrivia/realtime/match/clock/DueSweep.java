package app.vstrivia.realtime.match.clock;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.realtime.platform.observe.LogKeys;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Picks up matches that should have moved on long ago: nobody serves them, or who did has died. */
@ApplicationScoped
class DueSweep {
    private static final Logger LOG = Logger.getLogger(DueSweep.class);
    private static final int INTERVAL_MS = 200;
    /** Where no match is near its time, so many intervals may pass; a new phase is seldom shorter than that. */
    private static final int CALM_INTERVALS = 5;

    private static final int BATCH = 64;

    private final Pool pool;
    private final MatchMover mover;
    private final Vertx vertx;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile int calmFor;
    private long timer;

    DueSweep(Pool pool, MatchMover mover, Vertx vertx) {
        this.pool = pool;
        this.mover = mover;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(INTERVAL_MS, id -> tick());
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(timer);
    }

    private void tick() {
        if (calmFor > 0) {
            calmFor--;
        } else if (running.compareAndSet(false, true)) {
            sweep();
        }
    }

    private void sweep() {
        MoveStore.overdue(pool, BATCH, INTERVAL_MS * CALM_INTERVALS)
                .chain(found -> {
                    calmFor = found.calm() ? CALM_INTERVALS - 1 : 0;
                    return found.overdue().isEmpty() ? Uni.createFrom().item(Set.of()) : move(found.overdue());
                })
                .subscribe()
                .with(moved -> running.set(false), failure -> {
                    running.set(false);
                    LOG.warnf("overdue matches could not be moved on: %s", failure.getMessage());
                });
    }

    /** One match that cannot be moved must not keep the others from moving. */
    private Uni<Set<MatchId>> move(List<MatchId> ids) {
        return mover.move(ids).onFailure().recoverWithUni(failure -> {
            LOG.warnf("%d overdue matches are moved one by one: %s", ids.size(), failure.getMessage());
            return Multi.createFrom()
                    .iterable(ids)
                    .onItem()
                    .transformToUniAndConcatenate(id -> mover.move(List.of(id))
                            .onFailure()
                            .invoke(again -> LogKeys.with(
                                    LogKeys.MATCH,
                                    id,
                                    () -> LOG.warnf("%s could not be moved on: %s", id, again.getMessage())))
                            .onFailure()
                            .recoverWithItem(Set.of()))
                    .collect()
                    .last();
        });
    }
}
