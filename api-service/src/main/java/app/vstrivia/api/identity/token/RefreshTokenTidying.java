package app.vstrivia.api.identity.token;

import app.vstrivia.api.platform.transaction.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Takes out refresh tokens that have expired: each minute all of them, a thousand at a time. */
@ApplicationScoped
class RefreshTokenTidying {
    private static final Logger LOG = Logger.getLogger(RefreshTokenTidying.class);
    private static final long INTERVAL_MS = 60_000;
    private static final int AT_ONCE = 1_000;

    private final Transactions transactions;
    private final Vertx vertx;
    private long timer;

    RefreshTokenTidying(Transactions transactions, Vertx vertx) {
        this.transactions = transactions;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        schedule();
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(timer);
    }

    private void schedule() {
        timer = vertx.setTimer(INTERVAL_MS, id -> tidy(AT_ONCE)
                .onTermination()
                .invoke(this::schedule)
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf("expired refresh tokens were not removed: %s", failure.getMessage())));
    }

    /** Until nothing is left. */
    Uni<Void> tidy(int atOnce) {
        return transactions
                .run(transaction -> RefreshTokenStore.removeExpired(transaction, atOnce))
                .repeat()
                .whilst(removed -> removed == atOnce)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
