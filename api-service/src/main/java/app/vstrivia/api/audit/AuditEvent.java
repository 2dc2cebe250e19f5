package app.vstrivia.api.audit;

import app.vstrivia.model.id.PlayerId;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An act as admins see it.
 *
 * @param actor the player who did it; null if nobody who is known
 * @param subject as {@code kind:id}, or null
 * @param address of the client, or null
 */
public record AuditEvent(
        long id,
        Instant at,
        String action,
        @Schema(nullable = true) PlayerId actor,
        @Schema(nullable = true) String subject,
        @Schema(nullable = true) String address,
        @Schema(nullable = true) String requestId,
        Map<String, String> details) {}
