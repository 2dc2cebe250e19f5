package app.vstrivia.realtime.match.machine;

import app.vstrivia.model.protocol.MatchEvent;
import java.util.List;

/** What a transition does: the next state, what to tell, and (at the reveal) who got what. */
public record Step(MatchState next, List<MatchEvent> events, List<ScoredAnswer> scored, List<Contender> contenders) {

    static Step to(MatchState next, MatchEvent... events) {
        return new Step(next, List.of(events), List.of(), List.of());
    }
}
