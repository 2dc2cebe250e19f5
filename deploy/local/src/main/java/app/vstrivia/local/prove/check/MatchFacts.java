package app.vstrivia.local.prove.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What the database holds of a match.
 *
 * @param phase {@code finished} when it is over
 * @param endReason null before the end
 * @param seq of the stream's head
 * @param events by their seq
 * @param scores by player
 */
public record MatchFacts(
        String match,
        String phase,
        String endReason,
        int rounds,
        long epoch,
        long seq,
        List<Event> events,
        List<Answer> answers,
        Map<String, Integer> scores) {
    public MatchFacts {
        events = List.copyOf(events);
        answers = List.copyOf(answers);
        scores = Map.copyOf(scores);
    }

    /** @param createdAt in ms since 1970, with fractions */
    public record Event(long seq, String kind, JsonNode data, double createdAt) {
        int round() {
            return data.path("round").asInt();
        }
    }

    /**
     * An answer as it is stored.
     *
     * @param correct null until the reveal
     * @param points null until the reveal
     */
    public record Answer(
            int round, String player, String id, List<Integer> choices, int elapsed, Boolean correct, Integer points) {
        public Answer {
            choices = List.copyOf(choices);
        }
    }

    public boolean isFinished() {
        return phase.equals("finished");
    }

    String stream() {
        return "match:" + match;
    }
}
