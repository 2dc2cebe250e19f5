package app.vstrivia.backup.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 2026-03-01 is a Sunday. */
class RhythmTest {
    @ParameterizedTest
    @CsvSource({
        "02:30, 2026-03-01T02:30:00Z, 2026-03-01T02:30:00Z",
        "02:30, 2026-03-01T02:29:59Z, 2026-02-28T02:30:00Z",
        "02:30, 2026-03-01T23:59:00Z, 2026-03-01T02:30:00Z",
        "SUNDAY 04:30, 2026-03-01T04:30:00Z, 2026-03-01T04:30:00Z",
        "SUNDAY 04:30, 2026-03-01T04:29:00Z, 2026-02-22T04:30:00Z",
        "sunday 04:30, 2026-03-07T23:00:00Z, 2026-03-01T04:30:00Z"
    })
    void itKnowsWhenItWasLastTime(String rhythm, Instant now, Instant last) {
        assertEquals(last, Rhythm.parse(rhythm).lastBefore(now));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2:30", "25:00", "SUNDAY", "SOMEDAY 02:30", "SUNDAY 02:30 UTC"})
    void anythingElseIsNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> Rhythm.parse(text));
    }
}
