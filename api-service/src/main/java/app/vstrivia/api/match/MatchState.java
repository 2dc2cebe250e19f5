package app.vstrivia.api.match;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Hold;
import app.vstrivia.model.match.MatchKind;
import app.vstrivia.model.match.MatchPhase;
import java.time.LocalDateTime;

/**
 * A match's row. Moments are UTC on the database's clock.
 *
 * @param host null in a duel
 * @param phaseEndsAt null when finished
 * @param nonce secret until the end
 * @param quiz what it plays; null where the settings say what is drawn
 * @param missedMs what the rounds that are over count for somebody who comes now, in the time that decides between equal scores:
 *     in full, as they do for those who let them pass
 * @param now when the row was read
 */
public record MatchState(
        MatchId id,
        MatchKind kind,
        MatchPhase phase,
        int round,
        Hold hold,
        PlayerId host,
        LocalDateTime phaseEndsAt,
        Settings settings,
        String nonce,
        PlayedQuiz quiz,
        long missedMs,
        LocalDateTime now) {

    @Override
    public String toString() {
        return "MatchState[" + id + ", " + phase + ", " + round + "]";
    }

    public boolean isHost(PlayerId player) {
        return player.equals(host);
    }
}
