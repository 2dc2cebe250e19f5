package app.vstrivia.local.prove.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nothing that one client gets tells of a round what only its reveal may tell. */
final class Leaks {
    private static final List<String> TELLING = List.of("correct", "explanation", "counts", "nonce", "lineup");

    private final Violations violations;
    private final String who;
    private final Map<String, Integer> revealed = new HashMap<>();

    Leaks(Violations violations, String who) {
        this.violations = violations;
        this.who = who;
    }

    void received(JsonNode message, String text) {
        String match = match(message);
        note(match, message);
        boolean telling = TELLING.stream().anyMatch(name -> text.contains('"' + name + "\":"));
        if (telling && !mayTell(match, message)) {
            violations.add("leak", who + " was told too early: " + text);
        }
    }

    private static String match(JsonNode message) {
        String stream = message.path("stream").asText();
        return stream.startsWith("match:")
                ? stream.substring(6)
                : message.path("match").asText();
    }

    private void note(String match, JsonNode message) {
        String kind = message.path("kind").asText();
        JsonNode data = message.path("data");
        if (kind.equals("round-revealed")) {
            revealed.merge(match, data.path("round").asInt(), Math::max);
        } else if (kind.equals("finished")) {
            revealed.put(match, Integer.MAX_VALUE);
        } else if (message.path("type").asText().equals("snapshot") && data.has("phase")) {
            revealed.merge(match, shownBy(data), Math::max);
        }
    }

    /** The last round that a snapshot shows with its solution, or that is over by then. */
    private static int shownBy(JsonNode snapshot) {
        int round = snapshot.path("round").asInt();
        return switch (snapshot.path("phase").asText()) {
            case "finished" -> Integer.MAX_VALUE;
            case "revealed", "paused" -> round;
            default -> round - 1;
        };
    }

    private boolean mayTell(String match, JsonNode message) {
        int known = revealed.getOrDefault(match, 0);
        return switch (message.path("type").asText()) {
            case "result" -> message.path("round").asInt() <= known;
            case "snapshot" ->
                message.path("data").path("current").path("round").asInt() <= known;
            case "event" ->
                message.path("kind").asText().equals("round-revealed")
                        || message.path("kind").asText().equals("finished");
            default -> false;
        };
    }
}
