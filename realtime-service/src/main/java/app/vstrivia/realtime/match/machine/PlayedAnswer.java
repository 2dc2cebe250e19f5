package app.vstrivia.realtime.match.machine;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Given;

/** A stored answer of the round. */
public record PlayedAnswer(PlayerId player, Given given, int elapsedMs) {
    /** Of choices; {@code choices} is a mask. */
    public PlayedAnswer(PlayerId player, int choices, int elapsedMs) {
        this(player, new Given.Choice(choices), elapsedMs);
    }
}
