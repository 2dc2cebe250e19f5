package app.vstrivia.api.matchmaking;

import app.vstrivia.api.match.Entrant;
import app.vstrivia.api.match.Settings;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A wish for a duel. Moments are UTC on the database's clock.
 *
 * @param name the player's name when the ticket was made
 * @param queue who waits in the same one may be paired
 * @param match null until matched
 * @param now when the row was read
 */
record Ticket(
        UUID id,
        PlayerId player,
        String name,
        String queue,
        Settings settings,
        TicketStatus status,
        MatchId match,
        LocalDateTime createdAt,
        LocalDateTime lastSeenAt,
        LocalDateTime now) {
    /** How long people come first. */
    static final Duration BOT_AFTER = Duration.ofSeconds(5);

    /** Whoever has not asked for so long has gone. */
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(2);

    Entrant entrant() {
        return Entrant.person(player, name);
    }

    boolean waits() {
        return status == TicketStatus.WAITING && !isForgotten();
    }

    boolean isForgotten() {
        return lastSeenAt.plus(FORGOTTEN_AFTER).isBefore(now);
    }

    /** @throws BotTooEarly if people still come first */
    void requireBotTime() {
        Duration left = Duration.between(now, createdAt.plus(BOT_AFTER));
        if (left.compareTo(Duration.ZERO) > 0) {
            throw new BotTooEarly(left.plusMillis(999).toSeconds());
        }
    }

    TicketView toView() {
        TicketStatus shown = status == TicketStatus.WAITING && isForgotten() ? TicketStatus.CANCELLED : status;
        return new TicketView(
                id,
                shown,
                match,
                createdAt.plus(BOT_AFTER).toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS));
    }
}
