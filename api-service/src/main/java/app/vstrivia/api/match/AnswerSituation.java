package app.vstrivia.api.match;

import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.match.Offer;

/**
 * How things stand for one player's answer to one round. Moments are in ms on the database's clock.
 *
 * @param status null for somebody who never entered
 * @param openedAt null unless a round is open
 * @param closesAt null unless a round is open
 * @param offer what there is to answer; null if the match has no such round
 */
record AnswerSituation(
        PlayerStatus status,
        boolean byHost,
        MatchPhase phase,
        int presentRound,
        Long openedAt,
        Long closesAt,
        long now,
        Offer offer) {

    /** Whether the round's choices have not been shown yet, or will never be. */
    boolean notOpenYet(int round) {
        return offer == null
                || round > presentRound
                || round == presentRound
                        && (phase == MatchPhase.LOBBY || phase == MatchPhase.STARTING || phase == MatchPhase.ANNOUNCED);
    }

    /** Whether the round is open and its time has not run out. */
    boolean isOpen(int round) {
        return round == presentRound && phase == MatchPhase.OPEN && now <= closesAt;
    }

    /** Whether the time has run out and the seal is yet to come. */
    boolean isClosing(int round) {
        return round == presentRound && phase == MatchPhase.OPEN && now > closesAt;
    }

    /**
     * What counts: over HTTP nobody can be credited with time under way, so it is at least what the server saw pass.
     */
    int elapsed(int given) {
        if (openedAt == null || closesAt == null) {
            return given;
        }
        long limit = closesAt - openedAt;
        return (int) Math.max(0, Math.min(limit, Math.max(given, now - openedAt)));
    }
}
