package app.vstrivia.api.matchmaking;

import app.vstrivia.model.id.MatchId;
import java.time.Instant;
import java.util.UUID;

/** A ticket as its player sees it; from {@code botAfter} on a bot may be asked for. */
public record TicketView(UUID id, TicketStatus status, MatchId matchId, Instant botAfter) {}
