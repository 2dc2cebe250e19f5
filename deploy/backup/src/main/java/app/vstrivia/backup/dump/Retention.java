package app.vstrivia.backup.dump;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which are kept: the newest of each of the last 7 days, 4 weeks and 12 months that have any, in UTC. Days without one do not
 * count, so that nothing goes while nothing comes.
 */
public final class Retention {
    public static final int DAYS = 7;
    private static final int WEEKS = 4;
    private static final int MONTHS = 12;

    private Retention() {}

    public static Set<Instant> kept(Collection<Instant> times) {
        List<Instant> newestFirst =
                times.stream().sorted(Comparator.reverseOrder()).toList();
        Set<Instant> kept = new HashSet<>(daily(newestFirst));
        kept.addAll(newestOfEach(newestFirst, Retention::week, WEEKS));
        kept.addAll(newestOfEach(newestFirst, time -> YearMonth.from(day(time)), MONTHS));
        return kept;
    }

    /** The newest of each of the last days; back to the oldest of them, any second can be restored. */
    public static Set<Instant> daily(Collection<Instant> times) {
        return newestOfEach(times.stream().sorted(Comparator.reverseOrder()).toList(), Retention::day, DAYS);
    }

    private static Set<Instant> newestOfEach(List<Instant> newestFirst, Function<Instant, ?> span, int most) {
        Set<Object> spans = new HashSet<>();
        Set<Instant> newest = new HashSet<>();
        for (Instant time : newestFirst) {
            if (spans.size() < most && spans.add(span.apply(time))) {
                newest.add(time);
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
