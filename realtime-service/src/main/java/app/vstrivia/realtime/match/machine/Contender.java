package app.vstrivia.realtime.match.machine;

import app.vstrivia.model.id.PlayerId;

/**
 * A player's place in the match. {@code bot} is 0 for a person, else the skill of a bot from 1; {@code active} is false
 * once the player left; {@code answerMs} is the time of all answers, a round without one counting in full.
 */
public record Contender(PlayerId id, String name, int bot, boolean active, int score, int lastPoints, long answerMs) {

    Contender after(int points, int elapsedMs) {
        return new Contender(id, name, bot, active, score + points, points, answerMs + elapsedMs);
    }
}
