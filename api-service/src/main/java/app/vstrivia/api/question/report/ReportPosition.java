package app.vstrivia.api.question.report;

import app.vstrivia.api.platform.paging.Cursor;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;

/**
 * The place in a list of reports where a page ended: behind the first {@code given} of that moment. Who reported would
 * tell it, too, and is nobody's business.
 */
public record ReportPosition(LocalDateTime reportedAt, int given) {
    /** The keys of a cursor. */
    public static final int KEYS = 2;

    /** Before the newest one. */
    public static final ReportPosition START = new ReportPosition(LocalDateTime.of(9999, 12, 31, 0, 0), 0);

    /**
     * The end of a page, which begins here and is not empty.
     *
     * @param page when each of it was reported
     */
    public ReportPosition after(List<Instant> page) {
        LocalDateTime last = LocalDateTime.ofInstant(page.get(page.size() - 1), ZoneOffset.UTC);
        int same = Collections.frequency(page, page.get(page.size() - 1));
        return new ReportPosition(last, last.equals(reportedAt) ? given + same : same);
    }

    public Cursor cursor() {
        return Cursor.of(reportedAt.toInstant(ZoneOffset.UTC).toString(), Integer.toString(given));
    }

    /**
     * @param cursor with {@value #KEYS} keys
     * @throws IllegalArgumentException if it is none of ours
     * @throws java.time.DateTimeException likewise
     */
    public static ReportPosition at(Cursor cursor) {
        int given = Integer.parseInt(cursor.keys().get(1));
        if (given < 0) {
            throw new IllegalArgumentException("before the first");
        }
        return new ReportPosition(cursor.moment(0), given);
    }
}
