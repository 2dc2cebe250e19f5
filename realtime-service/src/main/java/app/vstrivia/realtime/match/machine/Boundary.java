package app.vstrivia.realtime.match.machine;

import app.vstrivia.model.match.EndReason;
import app.vstrivia.model.match.Hold;
import app.vstrivia.model.protocol.MatchEvent;

/** Between two rounds the host's wish decides, then whether anybody is left to play. */
final class Boundary {
    private Boundary() {}

    static Step after(MatchState before, Facts facts, long now) {
        MatchCore core = before.core();
        if (core.hold() == Hold.END) {
            return MatchState.Finished.step(before, facts, EndReason.ENDED);
        }
        if (facts.nobodyLeft()) {
            return MatchState.Finished.step(before, facts, EndReason.ABANDONED);
        }
        if (core.hold() == Hold.PAUSE) {
            return Step.to(
                    new MatchState.Paused(core, before.round(), now + MatchState.PAUSE_LIMIT_MS),
                    new MatchEvent.Paused());
        }
        return MatchState.Announced.step(core, before.round() + 1, facts, now);
    }
}
