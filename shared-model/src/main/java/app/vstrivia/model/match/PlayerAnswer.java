package app.vstrivia.model.match;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;

/**
 * An answer that was found good and waits to be stored; {@code elapsedMs} is bounded already,
 * {@code receivedAt} is in ms on the database's clock.
 */
public record PlayerAnswer(
        MatchId match, int round, PlayerId player, String id, Given given, int elapsedMs, long receivedAt) {

    /** Of choices; {@code choices} is a mask. */
    public PlayerAnswer(
            MatchId match, int round, PlayerId player, String id, int choices, int elapsedMs, long receivedAt) {
        this(match, round, player, id, new Given.Choice(choices), elapsedMs, receivedAt);
    }
}
