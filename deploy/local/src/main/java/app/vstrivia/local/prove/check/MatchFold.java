package app.vstrivia.local.prove.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a match looks like to somebody who has applied its events from the first one on. */
final class MatchFold {
    private String phase = "lobby";
    private int round;
    private final Map<String, Integer> scores = new HashMap<>();
    private final Set<String> joined = new HashSet<>();
    private JsonNode announced = MissingNode.getInstance();
    private JsonNode opened = MissingNode.getInstance();
    private JsonNode revealed = MissingNode.getInstance();

    void apply(MatchFacts.Event event) {
        JsonNode data = event.data();
        switch (event.kind()) {
            case "player-joined" -> joined.add(data.path("player").path("id").asText());
            case "player-left" -> joined.remove(data.path("player").asText());
            case "starting" -> phase = "starting";
            case "round-announced" -> {
                phase = "announced";
                round = event.round();
                announced = data;
            }
            case "round-opened" -> {
                phase = "open";
                opened = data;
            }
            case "round-sealed" -> phase = "sealed";
            case "round-revealed" -> {
                phase = "revealed";
                revealed = data;
                data.path("standings")
                        .forEach(standing -> scores.put(
                                standing.path("player").asText(),
                                standing.path("score").asInt()));
            }
            case "paused" -> phase = "paused";
            case "finished" -> phase = "finished";
            default -> {
                // Nothing else changes what is compared.
            }
        }
    }

    String phase() {
        return phase;
    }

    int round() {
        return round;
    }

    /** Of the best ten after the last reveal; 0 for the others. */
    int score(String player) {
        return scores.getOrDefault(player, 0);
    }

    /** In a room; nobody joins a duel by an event. */
    int players() {
        return joined.size();
    }

    JsonNode announced() {
        return announced;
    }

    JsonNode opened() {
        return opened;
    }

    JsonNode revealed() {
        return revealed;
    }
}
