package app.vstrivia.api.job;

import app.vstrivia.api.platform.paging.Cursor;
import java.time.LocalDateTime;

/** The place in the list of what failed for good where a page ended. */
record FailedPosition(LocalDateTime failedAt, String kind, String thing) {
    /** The keys of a cursor. */
    static final int KEYS = 3;

    static Cursor of(FailedJob job) {
        return Cursor.of(job.failedAt().toString(), job.kind(), job.thing());
    }

    /**
     * @param cursor with {@value #KEYS} keys
     * @throws IllegalArgumentException if it is none of ours
     * @throws java.time.DateTimeException likewise
     */
    static FailedPosition at(Cursor cursor) {
        String kind = cursor.keys().get(1);
        String thing = cursor.keys().get(2);
        if (!Jobs.isAscii(kind) || !Jobs.isAscii(thing)) {
            throw new IllegalArgumentException("names no job");
        }
        return new FailedPosition(cursor.moment(0), kind, thing);
    }
}
