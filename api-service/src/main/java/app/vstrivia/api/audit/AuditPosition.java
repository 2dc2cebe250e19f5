package app.vstrivia.api.audit;

import app.vstrivia.api.platform.paging.Cursor;
import java.time.LocalDateTime;

/** The place in the order of time where a page ended. */
record AuditPosition(LocalDateTime at, long id) {
    /** The keys of a cursor. */
    static final int KEYS = 2;

    static Cursor of(AuditEvent event) {
        return Cursor.of(event.at().toString(), Long.toString(event.id()));
    }

    /**
     * @param cursor with {@value #KEYS} keys
     * @throws IllegalArgumentException if it is none of ours
     * @throws java.time.DateTimeException likewise
     */
    static AuditPosition at(Cursor cursor) {
        return new AuditPosition(
                AuditQuery.moment(cursor.keys().get(0)),
                Long.parseLong(cursor.keys().get(1)));
    }
}
