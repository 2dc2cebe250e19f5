package app.vstrivia.backup.dump;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which are kept: the newest of each of the last 7 days, 4 weeks and 12 months that have any, in UTC. Days without one do not
 * count, so that nothing goes while nothing comes. Of a day, week or month with several servers it is the newest of each: what an
 * empty server has that took the place of a lost one must not push out what the lost one had.
 */
public final class Retention {
    public static final int DAYS = 7;
    private static final int WEEKS = 4;
    private static final int MONTHS = 12;

    private Retention() {}

    /**
     * @param at what was committed later is not in it
     * @param server whose it is
     */
    public record Taken(Instant at, String server) {
        public static Taken of(Manifest manifest) {
            return new Taken(manifest.taken(), manifest.server());
        }
    }

    public static Set<Taken> kept(Collection<Taken> dumps) {
        Set<Taken> kept = new HashSet<>(daily(dumps));
        kept.addAll(newestOfEach(dumps, Retention::week, WEEKS));
        kept.addAll(newestOfEach(dumps, at -> YearMonth.from(day(at)), MONTHS));
        return kept;
    }

    /** The newest of each of the last days; back to the oldest of them, any second can be restored. */
    public static Set<Taken> daily(Collection<Taken> dumps) {
        return newestOfEach(dumps, Retention::day, DAYS);
    }

    private static Set<Taken> newestOfEach(Collection<Taken> dumps, Function<Instant, ?> span, int most) {
        Map<Object, Set<String>> serversOf = new HashMap<>();
        Set<Taken> newest = new HashSet<>();
        for (Taken dump : dumps.stream()
                .sorted(Comparator.comparing(Taken::at).reversed())
                .toList()) {
            Object of = span.apply(dump.at());
            boolean recent = serversOf.containsKey(of) || serversOf.size() < most;
            if (recent && serversOf.computeIfAbsent(of, any -> new HashSet<>()).add(dump.server())) {
                newest.add(dump);
            }
        }
        return newest;
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static String week(Instant time) {
        LocalDate day = day(time);
        return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
