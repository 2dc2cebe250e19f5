package app.vstrivia.api.room;

import app.vstrivia.model.match.Pace;
import java.util.UUID;

/**
 * The published quiz that a room is to play.
 *
 * @param version one of it; null for what everybody sees
 * @param pace of all but the answers, for which the quiz says how long they count; null for {@link Pace#STANDARD}
 */
public record QuizChoice(UUID quizId, Integer version, Pace pace) {}
