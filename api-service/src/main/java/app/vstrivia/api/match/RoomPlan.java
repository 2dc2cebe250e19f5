package app.vstrivia.api.match;

/**
 * What a room is going to play.
 *
 * @param quiz null where the settings say what is drawn
 * @param rounds how many questions
 */
public record RoomPlan(Settings settings, PlayedQuiz quiz, int rounds) {
    /** What is drawn at the start. */
    public static RoomPlan of(Settings settings) {
        return new RoomPlan(settings, null, settings.count());
    }
}
