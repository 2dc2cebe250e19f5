package app.vstrivia.backup.watch;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/**
 * A time of each day, or of one day of each week; UTC.
 *
 * @param day empty for each day
 */
public record Rhythm(Optional<DayOfWeek> day, LocalTime time) {

    /**
     * {@code 02:30}, or {@code SUNDAY 04:30}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Rhythm parse(String text) {
        String[] words = text.strip().split("\\s+");
        try {
            LocalTime time = LocalTime.parse(words[words.length - 1]);
            return switch (words.length) {
                case 1 -> new Rhythm(Optional.empty(), time);
                case 2 -> new Rhythm(Optional.of(DayOfWeek.valueOf(words[0].toUpperCase(Locale.ROOT))), time);
                default -> throw new IllegalArgumentException(text);
            };
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    /** When it was last time to do it, at {@code now} or before. */
    public Instant lastBefore(Instant now) {
        ZonedDateTime there = now.atZone(ZoneOffset.UTC);
        ZonedDateTime last = day.map(of -> there.with(TemporalAdjusters.previousOrSame(of)))
                .orElse(there)
                .with(time);
        boolean isToCome = last.isAfter(there);
        return (isToCome ? last.minusDays(day.isPresent() ? 7 : 1) : last).toInstant();
    }

    /** As {@link #parse} takes it. */
    @Override
    public String toString() {
        return day.map(of -> of + " ").orElse("") + time;
    }
}
