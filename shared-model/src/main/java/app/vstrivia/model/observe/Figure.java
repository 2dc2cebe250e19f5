package app.vstrivia.model.observe;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What there is to know of a figure.
 *
 * @param name as Micrometer has it, such as {@code trivia.jobs}
 * @param unit what one of them is
 * @param meaning a sentence or two, also of the values of the tags
 * @param tags what it is told apart by
 */
public record Figure(String name, Kind kind, String unit, String meaning, List<String> tags) {
    /** The upper bounds of the groups that a duration may fall into. */
    static final Duration[] BOUNDS = Stream.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    /** How a figure behaves. */
    public enum Kind {
        /** Only grows, from 0 at the start of the process. */
        COUNTER,
        /** What is so at the moment. */
        GAUGE,
        /** How many there were and how long they took, by groups of durations. */
        TIMER
    }

    static Figure of(String name, Kind kind, String unit, String meaning, String... tags) {
        return new Figure(name, kind, unit, meaning, List.of(tags));
    }

    /** A counter of {@code unit}. */
    public static Figure counter(String name, String unit, String meaning, String... tags) {
        return of(name, Kind.COUNTER, unit, meaning, tags);
    }

    /** How many {@code unit} there are at the moment. */
    public static Figure gauge(String name, String unit, String meaning, String... tags) {
        return of(name, Kind.GAUGE, unit, meaning, tags);
    }

    /** How long something took, in seconds. */
    public static Figure timer(String name, String meaning, String... tags) {
        return of(name, Kind.TIMER, "seconds", meaning, tags);
    }

    /** Its name as Prometheus has it; a timer has several, which begin with this and an underscore. */
    public String exposed() {
        String plain = name.replace('.', '_').replace('-', '_');
        return switch (kind) {
            case COUNTER -> plain + "_total";
            case GAUGE -> plain;
            case TIMER -> plain + "_seconds";
        };
    }
}
