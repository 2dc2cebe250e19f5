package app.vstrivia.realtime.stream;

import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamLog;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** The safety net: compares the heads of all served streams with what was read, in batched queries. */
@ApplicationScoped
public class HeadSweep {
    private static final Logger LOG = Logger.getLogger(HeadSweep.class);
    private static final int TICK_MS = 200;
    private static final int TICKS_WHILE_CONNECTED = 5;
    private static final int CHUNK = 1_000;

    private final StreamHub hub;
    private final StreamLog log;
    private final WakeUpListener wakeUps;
    private final Vertx vertx;
    private final AtomicBoolean running = new AtomicBoolean();
    private int ticks;
    private long timer;

    HeadSweep(StreamHub hub, StreamLog log, WakeUpListener wakeUps, Vertx vertx) {
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
        boolean due = ++ticks % TICKS_WHILE_CONNECTED == 0 || !wakeUps.connected();
        if (due && running.compareAndSet(false, true)) {
            sweep();
        }
    }

    private void sweep() {
        List<StreamId> served = new ArrayList<>(hub.served());
        List<List<StreamId>> chunks = new ArrayList<>();
        for (int from = 0; from < served.size(); from += CHUNK) {
            chunks.add(served.subList(from, Math.min(from + CHUNK, served.size())));
        }
        Multi.createFrom()
                .iterable(chunks)
                .onItem()
                .transformToUniAndConcatenate(log::heads)
                .subscribe()
                .with(
                        heads -> heads.forEach(hub::headSeen),
                        failure -> {
                            running.set(false);
                            LOG.warnf("the heads could not be read: %s", failure.getMessage());
                        },
                        () -> running.set(false));
    }
}
