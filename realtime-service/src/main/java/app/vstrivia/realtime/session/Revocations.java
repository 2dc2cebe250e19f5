package app.vstrivia.realtime.session;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.identity.RevocationNotice;
import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.realtime.platform.valkey.ChannelListener;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Puts out whose access was revoked: at once when Valkey tells, within {@value #INTERVAL_MS} ms when it does not. A token
 * that was issued before does not open a new socket.
 */
@ApplicationScoped
public class Revocations {
    private static final Logger LOG = Logger.getLogger(Revocations.class);
    private static final int INTERVAL_MS = 1_000;
    /** Longer than any transaction takes, so that none is missed. */
    private static final int LOOK_BACK_S = 15;
    /** Longer than an access token is good for. */
    private static final int REMEMBERED_S = 3_600;

    private final Pool pool;
    private final Sessions sessions;
    private final Vertx vertx;
    private final ChannelListener listener;
    private final Map<PlayerId, Set<Revocation>> known = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean begun;
    private volatile long lookedAt;
    private long timer;

    Revocations(Pool pool, Sessions sessions, ReactiveRedisDataSource valkey, Vertx vertx) {
        this.pool = pool;
        this.sessions = sessions;
        this.vertx = vertx;
        this.listener =
                new ChannelListener(valkey, vertx, List.of(RevocationNotice.CHANNEL), message -> look(), () -> {});
    }

    void start(@Observes StartupEvent started) {
        listener.start();
        timer = vertx.setPeriodic(INTERVAL_MS, id -> look());
        look();
    }

    void stop(@Observes ShutdownEvent stopped) {
        listener.stop();
        vertx.cancelTimer(timer);
    }

    /** Whether the token that the caller came with was revoked. */
    public boolean concern(Caller caller) {
        return known.getOrDefault(caller.player(), Set.of()).stream()
                .anyMatch(revocation -> revocation.concerns(caller));
    }

    private void look() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        long asked = System.nanoTime();
        RevocationStore.ofTheLast(pool, lookBack(asked))
                .subscribe()
                .with(
                        found -> {
                            looking.set(false);
                            lookedAt = asked;
                            begun = true;
                            found.forEach(this::take);
                            forgetOld();
                        },
                        failure -> {
                            looking.set(false);
                            LOG.warnf("revocations could not be read: %s", failure.getMessage());
                        });
    }

    /** In seconds; farther after a time without the database. */
    private int lookBack(long now) {
        return begun ? LOOK_BACK_S + (int) TimeUnit.NANOSECONDS.toSeconds(now - lookedAt) : REMEMBERED_S;
    }

    private void take(Revocation revocation) {
        boolean news = known.computeIfAbsent(revocation.player(), player -> ConcurrentHashMap.newKeySet())
                .add(revocation);
        if (news) {
            sessions.all()
                    .filter(session -> revocation.concerns(session.caller()))
                    .forEach(session -> session.close(CloseCode.REVOKED));
        }
    }

    private void forgetOld() {
        long before = System.currentTimeMillis() - REMEMBERED_S * 1_000L;
        known.values().forEach(revocations -> revocations.removeIf(revocation -> revocation.at() < before));
        known.values().removeIf(Set::isEmpty);
    }
}
