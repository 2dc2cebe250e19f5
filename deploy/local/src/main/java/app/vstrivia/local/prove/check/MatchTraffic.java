package app.vstrivia.local.prove.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that clients said and heard of one match. */
final class MatchTraffic {
    /**
     * An event that a client got.
     *
     * @param at when, as {@link System#nanoTime()}
     * @param liveSince since when the connection that it came by has followed the stream
     * @param applied false if the client had it already, or missed something before it
     */
    record Receipt(String player, long seq, String kind, JsonNode data, long at, long liveSince, boolean applied) {}

    record Snapshot(String player, long epoch, long seq, JsonNode data) {}

    /** An answer as it was sent. */
    record Sent(String player, String id, int round, JsonNode choices, long elapsed) {}

    /** What a client was told of an answer, over the socket or over HTTP. */
    record Outcome(String player, JsonNode ack) {
        String id() {
            return ack.path("id").asText();
        }

        String status() {
            return ack.path("status").asText();
        }

        int round() {
            return ack.path("round").asInt();
        }
    }

    record Result(String player, JsonNode result) {}

    final List<Receipt> receipts = new ArrayList<>();
    final List<Snapshot> snapshots = new ArrayList<>();
    final Map<String, Sent> sent = new LinkedHashMap<>();
    final List<Outcome> outcomes = new ArrayList<>();
    final List<Result> results = new ArrayList<>();

    /** How far each player who was part of it has applied the stream. */
    final Map<String, Position> applied = new HashMap<>();

    void answerSent(String player, JsonNode answer) {
        String id = answer.path("id").asText();
        sent.putIfAbsent(
                id,
                new Sent(
                        player,
                        id,
                        answer.path("round").asInt(),
                        answer.path("choices"),
                        answer.path("elapsed").asLong()));
    }
}
