package app.vstrivia.backup.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant LAST = Instant.parse("2026-11-30T02:00:00Z");

    @Test
    void ofTwoYearsOfNightsSevenDaysFourWeeksAndTwelveMonthsStay() {
        Set<Instant> kept = new TreeSet<>(Retention.kept(nights(730)));

        assertEquals(
                List.of(
                        // The last of each month,
                        "2025-12-31",
                        "2026-01-31",
                        "2026-02-28",
                        "2026-03-31",
                        "2026-04-30",
                        "2026-05-31",
                        "2026-06-30",
                        "2026-07-31",
                        "2026-08-31",
                        "2026-09-30",
                        "2026-10-31",
                        // of each of the last four weeks, which end on Sundays,
                        "2026-11-15",
                        "2026-11-22",
                        // and of the last seven days.
                        "2026-11-24",
                        "2026-11-25",
                        "2026-11-26",
                        "2026-11-27",
                        "2026-11-28",
                        "2026-11-29",
                        "2026-11-30"),
                kept.stream().map(time -> time.toString().substring(0, 10)).toList());
    }

    @Test
    void nothingGoesWhileNothingComes() {
        Set<Instant> first = Retention.kept(nights(30));

        assertEquals(first, Retention.kept(first));
    }

    @Test
    void ofADayTheNewestStays() {
        List<Instant> day = List.of(LAST.minus(Duration.ofHours(1)), LAST, LAST.plus(Duration.ofHours(9)));

        assertEquals(Set.of(LAST.plus(Duration.ofHours(9))), Retention.kept(day));
    }

    @Test
    void theNewestStaysWhateverItsAge() {
        Instant old = Instant.parse("2019-01-01T00:00:00Z");

        assertEquals(Set.of(old), Retention.kept(List.of(old)));
        assertTrue(Retention.kept(List.of()).isEmpty());
    }

    private static List<Instant> nights(int count) {
        return IntStream.range(0, count)
                .mapToObj(back -> LAST.minus(Duration.ofDays(back)))
                .toList();
    }
}
