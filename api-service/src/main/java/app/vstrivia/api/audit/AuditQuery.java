package app.vstrivia.api.audit;

import app.vstrivia.api.platform.paging.PageRequest;
import app.vstrivia.model.id.PlayerId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;

/** What an admin looks for; null is everything. From {@code from} on, before {@code to}. */
public record AuditQuery(
        PlayerId actor,
        String subject,
        AuditAction action,
        LocalDateTime from,
        LocalDateTime to,
        AuditPosition after,
        int limit) {
    /** What the database can hold, and what its time stays in. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * Each as it stands in an address; null if it does not.
     *
     * @throws InvalidAuditQuery if one of them makes no sense
     */
    public static AuditQuery of(String actor, String subject, String action, String from, String to, PageRequest page) {
        return new AuditQuery(
                parsed("actor", actor, PlayerId::parse),
                subject,
                parsed("action", action, text -> AuditAction.of(text).orElseThrow(IllegalArgumentException::new)),
                parsed("from", from, AuditQuery::moment),
                parsed("to", to, AuditQuery::moment),
                parsed("cursor", page.after(AuditPosition.KEYS), AuditPosition::at),
                page.limit());
    }

    /** @throws IllegalArgumentException if the database could not hold it */
    static LocalDateTime moment(String text) {
        Instant moment = Instant.parse(text);
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw new IllegalArgumentException("out of range");
        }
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static <S, T> T parsed(String name, S given, Function<S, T> parse) {
        try {
            return given == null ? null : parse.apply(given);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidAuditQuery(name);
        }
    }
}
