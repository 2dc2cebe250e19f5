package app.vstrivia.realtime.match.machine;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.match.Hold;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.match.Scoring;

/** What does not change from phase to phase; {@code hold} is the host's wish, which api-service writes. */
public record MatchCore(MatchId id, int rounds, Scoring scoring, Pace pace, String nonce, Hold hold) {}
