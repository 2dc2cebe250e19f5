package app.vstrivia.backup.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.backup.dump.Retention.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant LAST = Instant.parse("2026-11-30T02:00:00Z");

    @Test
    void ofTwoYearsOfNightsSevenDaysFourWeeksAndTwelveMonthsStay() {
        Set<Instant> kept = new TreeSet<>(kept(nights(730)));

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
        Set<Instant> first = kept(nights(30));

        assertEquals(first, kept(first));
    }

    @Test
    void ofADayTheNewestStays() {
        List<Instant> day = List.of(LAST.minus(Duration.ofHours(1)), LAST, LAST.plus(Duration.ofHours(9)));

        assertEquals(Set.of(LAST.plus(Duration.ofHours(9))), kept(day));
    }

    @Test
    void theNewestStaysWhateverItsAge() {
        Instant old = Instant.parse("2019-01-01T00:00:00Z");

        assertEquals(Set.of(old), kept(List.of(old)));
        assertTrue(kept(List.of()).isEmpty());
    }

    @Test
    void whatAnotherServerHasTakesThePlaceOfNothing() {
        Taken lost = new Taken(LAST, "lost");
        Taken olderOfLost = new Taken(LAST.minus(Duration.ofHours(1)), "lost");
        Taken empty = new Taken(LAST.plus(Duration.ofHours(9)), "empty");

        assertEquals(Set.of(lost, empty), Retention.kept(List.of(olderOfLost, lost, empty)));
    }

    @Test
    void whatALostServerHadGoesAsOthersDo() {
        List<Taken> dumps = new ArrayList<>(
                nights(400).stream().map(night -> new Taken(night, "new")).toList());
        dumps.add(new Taken(LAST.minus(Duration.ofDays(3)).minusSeconds(1), "lost"));
        dumps.add(new Taken(LAST.minus(Duration.ofDays(390)), "lost"));

        assertEquals(
                List.of(LAST.minus(Duration.ofDays(3)).minusSeconds(1)),
                Retention.kept(dumps).stream()
                        .filter(dump -> dump.server().equals("lost"))
                        .map(Taken::at)
                        .toList());
    }

    private static Set<Instant> kept(Collection<Instant> times) {
        return Retention.kept(
                        times.stream().map(time -> new Taken(time, "server")).toList())
                .stream()
                .map(Taken::at)
                .collect(Collectors.toSet());
    }

    private static List<Instant> nights(int count) {
        return IntStream.range(0, count)
                .mapToObj(back -> LAST.minus(Duration.ofDays(back)))
                .toList();
    }
}
