package app.vstrivia.api.webhook.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

    @Test
    void theLastTenAreKeptTheOldestFirst() {
        String stored = null;
        for (int i = 0; i < 12; i++) {
            Answer answer = i == 11
                    ? Answer.failed("timeout", Duration.ofSeconds(15))
                    : new Answer(500 + i, null, "\ud83d\ude00".repeat(200), Duration.ofMillis(i));
            stored = Attempts.with(stored, NOW.plusSeconds(i), answer);
        }

        List<Attempt> attempts = Attempts.of(stored);
        assertEquals(Attempts.KEPT, attempts.size());
        assertEquals(new Attempt(NOW.plusSeconds(2), 2, 502, null, "\ud83d\ude00".repeat(100)), attempts.get(0));
        assertEquals(new Attempt(NOW.plusSeconds(11), 15_000, null, "timeout", null), attempts.get(9));
        assertNull(attempts.get(9).response());
        assertEquals(List.of(), Attempts.of(null));
    }
}
