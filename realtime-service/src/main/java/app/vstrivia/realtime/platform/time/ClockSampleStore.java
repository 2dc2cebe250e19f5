package app.vstrivia.realtime.platform.time;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Asks the database what time it is, by the function that all statements use. Its time zone has to be UTC. */
final class ClockSampleStore {
    private final Pool pool;

    ClockSampleStore(Pool pool) {
        this.pool = pool;
    }

    /** Microseconds since 1970-01-01 UTC. */
    Uni<Long> epochMicros() {
        return pool.query("SELECT NOW(6), TIMESTAMPDIFF(MINUTE, UTC_TIMESTAMP(6), NOW(6))")
                .execute()
                .invoke(rows -> refuseOtherZones(rows.iterator().next().getLong(1)))
                .map(rows -> ChronoUnit.MICROS.between(
                        Instant.EPOCH,
                        rows.iterator().next().getLocalDateTime(0).toInstant(ZoneOffset.UTC)));
    }

    static void refuseOtherZones(long minutesFromUtc) {
        if (minutesFromUtc != 0) {
            throw new IllegalStateException("the database's time zone must be UTC; it is " + minutesFromUtc
                    + " minutes from it (set default_time_zone='+00:00')");
        }
    }
}
