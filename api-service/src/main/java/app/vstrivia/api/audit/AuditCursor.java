package app.vstrivia.api.audit;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** The place in the order of time where a page ended. */
record AuditCursor(LocalDateTime at, long id) {
    private static final int BYTES = 16;

    static AuditCursor after(AuditEvent event) {
        return new AuditCursor(LocalDateTime.ofInstant(event.at(), ZoneOffset.UTC), event.id());
    }

    /** @throws IllegalArgumentException if it is none of ours */
    static AuditCursor parse(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("no cursor");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Instant at = Instant.EPOCH.plus(buffer.getLong() & Long.MAX_VALUE >>> 8, ChronoUnit.MICROS);
        return new AuditCursor(LocalDateTime.ofInstant(at, ZoneOffset.UTC), buffer.getLong());
    }

    String text() {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant(ZoneOffset.UTC)))
                .putLong(id)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
