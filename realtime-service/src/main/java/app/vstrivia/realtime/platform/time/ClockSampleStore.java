package app.vstrivia.realtime.platform.time;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Asks the database what time it is, by the function that all statements use; its time zone is UTC. */
final class ClockSampleStore {
    private final Pool pool;

    ClockSampleStore(Pool pool) {
        this.pool = pool;
    }

    /** Microseconds since 1970-01-01 UTC. */
    Uni<Long> epochMicros() {
        return pool.query("SELECT NOW(6)")
                .execute()
                .map(rows -> ChronoUnit.MICROS.between(
                        Instant.EPOCH,
                        rows.iterator().next().getLocalDateTime(0).toInstant(ZoneOffset.UTC)));
    }
}
