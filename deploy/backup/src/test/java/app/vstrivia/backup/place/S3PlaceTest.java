package app.vstrivia.backup.place;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class S3PlaceTest {
    private static final Instant PUT = Instant.parse("2026-11-01T02:00:00Z");
    private static final Stored DUMP = new Stored("dumps/20261101T020000Z/dump.sealed", 5, PUT);

    @Test
    void whatABucketHasALockOnIsLeftUntilThatHasEndedForSure() {
        try (Place bucket = bucket(Duration.ofDays(30))) {
            assertTrue(bucket.isLocked(DUMP, PUT.plus(Duration.ofDays(30))));
            assertFalse(bucket.isLocked(DUMP, PUT.plus(Duration.ofDays(30)).plus(Duration.ofHours(1))));
        }
    }

    @Test
    void withoutALockEverythingMayGo() {
        try (Place bucket = bucket(Duration.ZERO)) {
            assertFalse(bucket.isLocked(DUMP, PUT));
        }
    }

    private static Place bucket(Duration lock) {
        S3Place.Account account = new S3Place.Account("key", "secret");
        return S3Place.of("backups", "", "us-east-1", Optional.empty(), true, Optional.of(account), lock);
    }
}
