package app.vstrivia.realtime.stream;

import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamLog;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The safety net: compares the heads of all served streams with what was read, each second in batched queries. The players'
 * own streams, of which there is one for each connection and which seldom change, are not named one by one: the database is asked
 * for those that changed lately. What that might miss (a commit that took long, a database that was put back) is found by
 * a comparison of all of them, batch by batch by their sums, now and then and whenever wake-ups may have been lost.
 */
@ApplicationScoped
public class HeadSweep {
    private static final Logger LOG = Logger.getLogger(HeadSweep.class);
    private static final int TICK_MS = 200;
    private static final int TICKS_WHILE_CONNECTED = 5;
    private static final int ALL_PLAYERS_TICKS = 75;
    private static final int LATELY_SECONDS = 5;
    private static final int MOST_CHANGES = 5_000;
    private static final int CHUNK = 1_000;

    private final StreamHub hub;
    private final StreamLog log;
    private final Instance<WakeUpListener> wakeUps;
    private final Vertx vertx;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile int ticks;
    private volatile int allPlayersAt;
    private long timer;

    HeadSweep(StreamHub hub, StreamLog log, Instance<WakeUpListener> wakeUps, Vertx vertx) {
        this.hub = hub;
        this.log = log;
        this.wakeUps = wakeUps;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(TICK_MS, id -> tick());
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(timer);
    }

    private void tick() {
        ticks = ticks + 1;
        if (!wakeUps.get().connected()) {
            sweepNow();
        } else if (ticks % TICKS_WHILE_CONNECTED == 0) {
            sweep(ticks - allPlayersAt >= ALL_PLAYERS_TICKS);
        }
    }

    /** Sweeps all, unless that is being done. */
    void sweepNow() {
        sweep(true);
    }

    private void sweep(boolean allPlayers) {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        allPlayersAt = allPlayers ? ticks : allPlayersAt;
        Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom()
                                .iterable(chunks(hub.servedToMany()))
                                .onItem()
                                .transformToUniAndConcatenate(this::compare),
                        allPlayers
                                ? Multi.createFrom()
                                        .iterable(chunks(hub.servedToPlayers()))
                                        .onItem()
                                        .transformToUniAndConcatenate(this::compareSums)
                                : changedLately().toMulti())
                .subscribe()
                .with(
                        done -> {},
                        failure -> {
                            running.set(false);
                            LOG.warnf("the heads could not be read: %s", failure.getMessage());
                        },
                        () -> running.set(false));
    }

    private Uni<Void> changedLately() {
        return log.changedPlayers(LATELY_SECONDS, MOST_CHANGES)
                .invoke(heads -> {
                    heads.forEach(head -> hub.headSeen(head, 0));
                    if (heads.size() == MOST_CHANGES) {
                        // There may be more: all are compared the next time.
                        allPlayersAt = ticks - ALL_PLAYERS_TICKS;
                    }
                })
                .replaceWithVoid();
    }

    private static List<List<LiveStream>> chunks(List<LiveStream> streams) {
        List<List<LiveStream>> chunks = new ArrayList<>();
        for (int from = 0; from < streams.size(); from += CHUNK) {
            chunks.add(streams.subList(from, Math.min(from + CHUNK, streams.size())));
        }
        return chunks;
    }

    private Uni<Void> compare(List<LiveStream> chunk) {
        Map<StreamId, Long> before = chunk.stream().collect(Collectors.toMap(LiveStream::id, LiveStream::seq));
        return log.heads(ids(chunk))
                .invoke(heads -> heads.forEach(head -> hub.headSeen(head, before.get(head.stream()))))
                .replaceWithVoid();
    }

    /** A stream that moves meanwhile makes the sums differ, and costs the reading of its batch. */
    private Uni<Void> compareSums(List<LiveStream> chunk) {
        StreamLog.Sums known = sums(chunk);
        return log.sums(ids(chunk))
                .chain(found -> found.equals(known) ? Uni.createFrom().voidItem() : compare(chunk));
    }

    private static StreamLog.Sums sums(List<LiveStream> chunk) {
        long seqs = 0;
        long epochs = 0;
        for (LiveStream stream : chunk) {
            seqs += stream.seq();
            epochs ^= stream.epoch();
        }
        return new StreamLog.Sums(chunk.size(), seqs, epochs);
    }

    private static List<StreamId> ids(List<LiveStream> chunk) {
        return chunk.stream().map(LiveStream::id).toList();
    }
}
