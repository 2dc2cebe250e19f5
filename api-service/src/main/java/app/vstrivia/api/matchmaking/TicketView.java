package app.vstrivia.api.matchmaking;

import app.vstrivia.model.id.MatchId;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket as its player sees it; from {@code botAfter} on a bot may be asked for. */
public record TicketView(
        UUID id,
        TicketStatus status,
        @Schema(nullable = true) MatchId matchId,
        @Schema(nullable = true) Instant botAfter) {}
