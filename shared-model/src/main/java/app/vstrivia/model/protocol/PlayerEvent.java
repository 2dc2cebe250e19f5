package app.vstrivia.model.protocol;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.match.MatchKind;

/** What happens to one player, on the stream {@code player:…} that only this player reads. */
public sealed interface PlayerEvent extends EventBody {

    /** A waiting ticket was paired. */
    record MatchFound(MatchId match, MatchKind kind) implements PlayerEvent {
        @Override
        public String eventKind() {
            return "match-found";
        }
    }

    /** The player is no longer in a match: left it, or was put out of it. */
    record MatchLeft(MatchId match) implements PlayerEvent {
        @Override
        public String eventKind() {
            return "match-left";
        }
    }
}
