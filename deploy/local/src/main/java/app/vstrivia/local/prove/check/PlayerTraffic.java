package app.vstrivia.local.prove.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** One client's traffic: checked as it comes, and passed on to the matches that it is about. */
final class PlayerTraffic {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MATCH = "match:";

    private final String player;
    private final Violations violations;
    private final Function<String, MatchTraffic> matches;
    private final AppliedOrder applied;
    private final Leaks leaks;
    private final Map<Integer, ConnectionTraffic> connections = new HashMap<>();

    /** @param matches gives the traffic of a match */
    PlayerTraffic(String player, Violations violations, Function<String, MatchTraffic> matches) {
        this.player = player;
        this.violations = violations;
        this.matches = matches;
        this.applied = new AppliedOrder(violations, player);
        this.leaks = new Leaks(violations, player);
    }

    void take(Entry entry) {
        switch (entry.what()) {
            case CONNECTING -> connection(entry);
            case ENDED -> connections.remove(entry.connection());
            case SENT -> sent(entry, parse(entry));
            case HTTP_SENT -> {
                JsonNode answer = parse(entry);
                matches.apply(answer.path("match").asText()).answerSent(player, answer);
            }
            case HTTP_OUTCOME -> outcome(parse(entry));
            case APPLIED -> received(entry, parse(entry), true);
            case IGNORED -> received(entry, parse(entry), false);
        }
    }

    private void sent(Entry entry, JsonNode message) {
        connection(entry).sent(message);
        if (message.path("type").asText().equals("answer")) {
            matches.apply(message.path("match").asText()).answerSent(player, message);
        }
    }

    private ConnectionTraffic connection(Entry entry) {
        return connections.computeIfAbsent(
                entry.connection(),
                number -> new ConnectionTraffic(violations, player + " (connection " + number + ")"));
    }

    private void received(Entry entry, JsonNode message, boolean counts) {
        connection(entry).received(message, entry.at());
        leaks.received(message, entry.text());
        if (counts) {
            applied.applied(message);
        }
        switch (message.path("type").asText()) {
            case "event" -> event(entry, message, counts);
            case "snapshot" -> snapshot(message);
            case "ack" -> outcome(message);
            case "result" ->
                matches.apply(message.path("match").asText()).results.add(new MatchTraffic.Result(player, message));
            default -> {}
        }
    }

    private void event(Entry entry, JsonNode event, boolean counts) {
        String stream = event.path("stream").asText();
        if (stream.startsWith(MATCH)) {
            MatchTraffic match = matches.apply(stream.substring(MATCH.length()));
            match.receipts.add(new MatchTraffic.Receipt(
                    player,
                    event.path("seq").asLong(),
                    event.path("kind").asText(),
                    event.path("data"),
                    entry.at(),
                    connection(entry).liveSince(stream),
                    counts));
            match.applied.put(player, applied.of(stream));
        } else if (!stream.equals("player:" + player)) {
            violations.add("stranger", player + " got an event of " + stream);
        }
    }

    private void snapshot(JsonNode snapshot) {
        String stream = snapshot.path("stream").asText();
        if (stream.startsWith(MATCH)) {
            MatchTraffic match = matches.apply(stream.substring(MATCH.length()));
            match.snapshots.add(new MatchTraffic.Snapshot(
                    player,
                    snapshot.path("epoch").asLong(),
                    snapshot.path("seq").asLong(),
                    snapshot.path("data")));
            match.applied.put(player, applied.of(stream));
        }
    }

    private void outcome(JsonNode ack) {
        matches.apply(ack.path("match").asText()).outcomes.add(new MatchTraffic.Outcome(player, ack));
    }

    private JsonNode parse(Entry entry) {
        try {
            return JSON.readTree(entry.text());
        } catch (JsonProcessingException notJson) {
            violations.add("json", player + " got " + entry.text());
            return JSON.createObjectNode();
        }
    }
}
