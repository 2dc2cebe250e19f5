package app.vstrivia.model.match;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;

/**
 * An answer that was found good and waits to be stored; {@code choices} is a mask, {@code elapsedMs} is bounded already,
 * {@code receivedAt} is in ms on the database's clock.
 */
public record PlayerAnswer(
        MatchId match, int round, PlayerId player, String id, int choices, int elapsedMs, long receivedAt) {}
