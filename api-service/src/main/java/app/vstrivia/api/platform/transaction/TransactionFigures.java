package app.vstrivia.api.platform.transaction;

import app.vstrivia.api.platform.observe.ApiMetric;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** Counts attempts by how they ended; from the start on, so that Prometheus knows them before there were any. */
@Startup
@ApplicationScoped
class TransactionFigures {
    private final Timer waited;
    private final Timer committed;
    private final Timer undone;
    private final Timer repeated;

    TransactionFigures(MeterRegistry registry) {
        this.waited = ApiMetric.DATABASE_WAITS.timer(registry);
        this.committed = ApiMetric.TRANSACTIONS.timer(registry, "committed");
        this.undone = ApiMetric.TRANSACTIONS.timer(registry, "undone");
        this.repeated = ApiMetric.TRANSACTIONS.timer(registry, "repeated");
    }

    /** @param asked when a connection was asked for, in {@link System#nanoTime} */
    void connected(long asked) {
        waited.record(System.nanoTime() - asked, TimeUnit.NANOSECONDS);
    }

    /**
     * @param began when it had its connection, in {@link System#nanoTime}
     * @param failure null after a commit
     */
    void ended(long began, Throwable failure) {
        timer(failure).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Throwable failure) {
        if (failure == null) {
            return committed;
        }
        return Conflicts.passing(failure) ? repeated : undone;
    }
}
