package app.vstrivia.realtime.platform.time;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.realtime.testing.Fixture;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseClockTest extends Fixture {
    private static final long TOLERANCE_MS = 1_000;

    @Inject
    DatabaseClock clock;

    @Inject
    Pool pool;

    @Test
    void itFollowsTheDatabase() {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(clock::synchronised);

        long theirs = new ClockSampleStore(pool).epochMicros().await().indefinitely() / 1_000;

        assertTrue(Math.abs(clock.now() - theirs) < TOLERANCE_MS, "off by " + (clock.now() - theirs) + " ms");
    }

    @Test
    void aDatabaseInAnotherZoneIsRefused() {
        assertThrows(IllegalStateException.class, () -> ClockSampleStore.refuseOtherZones(540));
    }
}
