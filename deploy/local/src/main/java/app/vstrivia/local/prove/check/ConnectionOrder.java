package app.vstrivia.local.prove.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * The events of each stream on one connection, as they came over the wire: they go on from what the client said that it
 * has, or from a snapshot, without gap, repetition or change of order. Only what a client asked for again may come again.
 */
final class ConnectionOrder {
    private final Violations violations;
    private final String who;
    private final Map<String, Position> last = new HashMap<>();
    private final Map<String, Position> askedFrom = new HashMap<>();

    /** @param who for the text of violations */
    ConnectionOrder(Violations violations, String who) {
        this.violations = violations;
        this.who = who;
    }

    void sent(JsonNode message) {
        switch (message.path("type").asText()) {
            case "hello" ->
                message.path("resume")
                        .forEach(from -> last.put(from.path("stream").asText(), Position.of(from)));
            case "resume" -> askedFrom.put(message.path("stream").asText(), Position.of(message));
            default -> {}
        }
    }

    void received(JsonNode message) {
        String stream = message.path("stream").asText();
        Position next = Position.of(message);
        switch (message.path("type").asText()) {
            case "snapshot" -> snapshot(stream, next);
            case "event" -> event(stream, next);
            default -> {}
        }
    }

    private void snapshot(String stream, Position next) {
        Position before = last.put(stream, next);
        if (before != null && before.epoch() == next.epoch() && next.seq() < before.seq()) {
            violations.add("order", who + " got a snapshot of " + stream + " at " + next + " after " + before);
        }
    }

    private void event(String stream, Position next) {
        Position before = last.get(stream);
        Position asked = askedFrom.get(stream);
        if (asked != null && asked.isFollowedBy(next)) {
            askedFrom.remove(stream);
        } else if (before == null) {
            violations.add("order", who + " got event " + next + " of " + stream + " without anything before it");
        } else if (!before.isFollowedBy(next)) {
            String kind = next.epoch() != before.epoch() ? "order" : next.seq() <= before.seq() ? "duplicate" : "gap";
            violations.add(kind, who + " got event " + next + " of " + stream + " after " + before);
        }
        last.put(stream, next);
    }
}
