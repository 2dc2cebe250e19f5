package app.vstrivia.local.prove.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * One connection of a client, as it came over the wire. The events of each stream go on from what the client said that it
 * has, or from a snapshot, without gap, repetition or change of order. Only what a client asked for again may come again.
 */
final class ConnectionTraffic {
    private final Violations violations;
    private final String who;
    private final Map<String, Position> last = new HashMap<>();
    private final Map<String, Position> askedFrom = new HashMap<>();
    private final Map<String, Long> liveSince = new HashMap<>();
    private final Set<String> resuming = new HashSet<>();

    /** @param who for the text of violations */
    ConnectionTraffic(Violations violations, String who) {
        this.violations = violations;
        this.who = who;
    }

    void sent(JsonNode message) {
        switch (message.path("type").asText()) {
            case "hello" ->
                message.path("resume").forEach(from -> {
                    last.put(from.path("stream").asText(), Position.of(from));
                    resuming.add(from.path("stream").asText());
                });
            case "resume" -> askedFrom.put(message.path("stream").asText(), Position.of(message));
            default -> {}
        }
    }

    /** @param at as {@link System#nanoTime()} */
    void received(JsonNode message, long at) {
        String stream = message.path("stream").asText();
        Position next = Position.of(message);
        switch (message.path("type").asText()) {
            case "snapshot" -> {
                snapshot(stream, next);
                liveSince.put(stream, at);
            }
            case "resumed" -> resuming.forEach(from -> liveSince.put(from, at));
            case "event" -> event(stream, next);
            default -> {}
        }
    }

    /** Since when it has followed the stream, as {@link System#nanoTime()}; {@link Long#MAX_VALUE} if it does not. */
    long liveSince(String stream) {
        return liveSince.getOrDefault(stream, Long.MAX_VALUE);
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
