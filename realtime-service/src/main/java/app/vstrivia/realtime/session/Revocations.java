package app.vstrivia.realtime.session;

import app.vstrivia.model.identity.KnownRevocations;
import app.vstrivia.model.identity.Revocation;
import app.vstrivia.model.identity.RevocationNotice;
import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.model.valkey.ChannelListener;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Puts out whose access was revoked: at once when Valkey tells, within {@value #INTERVAL_MS} ms when it does not. A token
 * that was issued before does not open a new socket.
 */
@ApplicationScoped
public class Revocations {
    private static final Logger LOG = Logger.getLogger(Revocations.class);
    private static final int INTERVAL_MS = 1_000;

    private final KnownRevocations known;
    private final Sessions sessions;
    private final Vertx vertx;
    private final ChannelListener listener;
    private long timer;

    Revocations(KnownRevocations known, Sessions sessions, ReactiveRedisDataSource valkey, Vertx vertx) {
        this.known = known;
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
        return ending(caller).isPresent();
    }

    /** What a socket is closed with whose token was revoked; nothing if it was not. */
    public Optional<CloseCode> ending(Caller caller) {
        return known.find(caller.player(), caller.device(), caller.issued()).map(Revocations::ending);
    }

    /** Where only the tokens are void a client comes back with the next one. */
    private static CloseCode ending(Revocation revocation) {
        return revocation.renewable() ? CloseCode.UNAUTHENTICATED : CloseCode.REVOKED;
    }

    private void look() {
        known.look()
                .subscribe()
                .with(
                        news -> news.forEach(this::putOut),
                        failure -> LOG.warnf("revocations could not be read: %s", failure.getMessage()));
    }

    private void putOut(Revocation revocation) {
        sessions.all()
                .filter(session -> concerns(revocation, session.caller()))
                .forEach(session -> session.close(ending(revocation)));
    }

    private static boolean concerns(Revocation revocation, Caller caller) {
        return revocation.concerns(caller.player(), caller.device(), caller.issued());
    }
}
