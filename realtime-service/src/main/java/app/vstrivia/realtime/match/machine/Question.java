package app.vstrivia.realtime.match.machine;

import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Scoring;
import app.vstrivia.model.protocol.Choices;
import app.vstrivia.model.protocol.MatchEvent.Finished.Drawn;
import app.vstrivia.model.protocol.RoundMedia;
import java.util.List;
import java.util.UUID;

/**
 * A question of the lineup, with its solution as a mask. Never leaves the server as it is.
 *
 * @param media null unless it is about a picture or video
 * @param credits see {@link Credits}; null for none
 */
public record Question(
        int round,
        UUID id,
        QuestionType type,
        String category,
        String difficulty,
        String text,
        List<String> choices,
        int correct,
        String explanation,
        RoundMedia media,
        List<String> credits) {

    int points(Scoring scoring, PlayedAnswer answer, int limitMs) {
        return scoring.points(type, correct, answer.choices(), answer.elapsedMs(), limitMs);
    }

    Drawn drawn() {
        return new Drawn(round, id, choices, Choices.toList(correct));
    }

    /** How many took each choice. */
    List<Integer> counts(List<PlayedAnswer> answers) {
        Integer[] counts = new Integer[choices.size()];
        for (int i = 0; i < counts.length; i++) {
            int bit = 1 << i;
            counts[i] =
                    (int) answers.stream().filter(a -> (a.choices() & bit) != 0).count();
        }
        return List.of(counts);
    }

    /** Hides the solution from logs. */
    @Override
    public String toString() {
        return "Question[" + round + ", " + id + "]";
    }
}
