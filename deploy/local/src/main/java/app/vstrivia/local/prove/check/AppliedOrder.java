package app.vstrivia.local.prove.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The events of each stream as one client applied them, over all of its connections: each once, in order. */
final class AppliedOrder {
    private final Violations violations;
    private final String who;
    private final Map<String, Position> applied = new HashMap<>();

    AppliedOrder(Violations violations, String who) {
        this.violations = violations;
        this.who = who;
    }

    void applied(JsonNode message) {
        String stream = message.path("stream").asText();
        Position next = Position.of(message);
        switch (message.path("type").asText()) {
            case "snapshot" -> snapshot(stream, next);
            case "event" -> event(stream, next);
            default -> {}
        }
    }

    /** Nothing is ever restored from a backup here: the epoch stays, and a snapshot is never older than what is known. */
    private void snapshot(String stream, Position next) {
        Position before = applied.put(stream, next);
        if (before != null && (next.epoch() != before.epoch() || next.seq() < before.seq())) {
            violations.add("order", who + " was put back from " + before + " to " + next + " of " + stream);
        }
    }

    private void event(String stream, Position next) {
        Position before = applied.put(stream, next);
        if (before == null || !before.isFollowedBy(next)) {
            String kind = before != null && next.seq() <= before.seq() ? "duplicate" : "gap";
            violations.add(kind, who + " applied event " + next + " of " + stream + " after " + before);
        }
    }

    /** Null if nothing of the stream was applied. */
    Position of(String stream) {
        return applied.get(stream);
    }
}
