package app.vstrivia.model.protocol;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.match.MatchKind;
import java.util.List;

/** What a player is in at one seq of the player's own stream: the unfinished matches, the newest first. */
public record PlayerSnapshot(List<Open> matches) {

    /** How many matches are listed at most. */
    public static final int MAX_MATCHES = 10;

    /** A match that the player may join. */
    public record Open(MatchId match, MatchKind kind) {}
}
