package app.vstrivia.realtime.match.clock;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.realtime.match.machine.MatchState;

/** A match whose row is locked and whose phase has ended, as of {@code now} on the database's clock. */
record DueMatch(MatchState state, int version, long now) {
    MatchId id() {
        return state.core().id();
    }
}
