package app.vstrivia.api.identity.signin;

import app.vstrivia.api.identity.login.Logins;
import app.vstrivia.api.identity.merge.MergeService;
import app.vstrivia.api.identity.provider.SignInConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.IntFunction;
import org.jboss.logging.Logger;

/** Takes out nonces and offers that have expired and sign-ins that are long ago, a little at a time. */
@ApplicationScoped
class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final long INTERVAL_MS = 60_000;
    private static final int AT_ONCE = 1_000;

    private final NonceStore nonces;
    private final MergeService merges;
    private final Logins logins;
    private final Duration loginsKept;
    private final Vertx vertx;
    private long timer;

    Sweep(NonceStore nonces, MergeService merges, Logins logins, SignInConfig config, Vertx vertx) {
        this.nonces = nonces;
        this.merges = merges;
        this.logins = logins;
        this.loginsKept = config.loginsKept();
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(INTERVAL_MS, id -> sweep().subscribe()
                .with(done -> {}, failure -> LOG.warnf("sign-ins were not swept: %s", failure.getMessage())));
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(timer);
    }

    Uni<Void> sweep() {
        return untilNoneIsLeft(nonces::removeExpired)
                .chain(() -> untilNoneIsLeft(merges::removeExpired))
                .chain(() -> untilNoneIsLeft(most -> logins.forget(loginsKept, most)));
    }

    private static Uni<Void> untilNoneIsLeft(IntFunction<Uni<Integer>> remove) {
        return Uni.createFrom()
                .deferred(() -> remove.apply(AT_ONCE))
                .repeat()
                .whilst(removed -> removed >= AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
