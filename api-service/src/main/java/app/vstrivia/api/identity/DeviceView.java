package app.vstrivia.api.identity;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A device as its player sees it.
 *
 * @param name what the player calls it; null if it has no name
 * @param lastSeenAt when it got a token the last time, to the hour; null if it never did
 * @param current whether it is the one that asks
 */
public record DeviceView(
        UUID deviceId,
        @Schema(nullable = true) String name,
        Instant createdAt,
        @Schema(nullable = true) Instant lastSeenAt,
        boolean current) {}
