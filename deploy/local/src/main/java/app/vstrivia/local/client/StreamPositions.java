package app.vstrivia.local.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How far each stream has been read, and what an event means for that. */
final class StreamPositions {
    enum Verdict {
        /** The next one: take it. */
        NEXT,
        /** Had it: ignore it. */
        KNOWN,
        /** Something is missing before it: ignore it and ask for what is missing. */
        GAP,
        /** The same, and it has been asked for already. */
        GAP_ASKED,
        /** Of a stream that is not read any more. */
        FORGOTTEN
    }

    private record Position(long epoch, long seq) {}

    private final Map<String, Position> positions = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> forgotten = new HashSet<>();
    private int duplicates;
    private int gaps;

    /** False if it is older than what is known, since the other connection of a move was ahead, or not wanted any more. */
    boolean snapshot(Frame frame) {
        if (forgotten.contains(frame.stream())) {
            return false;
        }
        Position known = positions.get(frame.stream());
        if (known != null && known.epoch == frame.epoch() && known.seq > frame.seq()) {
            return false;
        }
        positions.put(frame.stream(), new Position(frame.epoch(), frame.seq()));
        asked.remove(frame.stream());
        return true;
    }

    Verdict event(Frame frame) {
        if (forgotten.contains(frame.stream())) {
            return Verdict.FORGOTTEN;
        }
        Position position = positions.get(frame.stream());
        if (position != null && position.epoch == frame.epoch()) {
            if (frame.seq() <= position.seq) {
                duplicates++;
                return Verdict.KNOWN;
            }
            if (frame.seq() == position.seq + 1) {
                positions.put(frame.stream(), new Position(frame.epoch(), frame.seq()));
                asked.remove(frame.stream());
                return Verdict.NEXT;
            }
        }
        if (!asked.add(frame.stream())) {
            return Verdict.GAP_ASKED;
        }
        gaps++;
        return Verdict.GAP;
    }

    /** How many events came that had come before. */
    int duplicates() {
        return duplicates;
    }

    /** How often an event was missing. */
    int gaps() {
        return gaps;
    }

    /** Another connection: what had been asked for on the old one may not come. */
    void reconnected() {
        asked.clear();
    }

    /** Whatever still comes of it, it is not read until it is {@link #wanted}: a message may name but few streams. */
    void forget(String stream) {
        forgotten.add(stream);
        positions.remove(stream);
        asked.remove(stream);
    }

    void wanted(String stream) {
        forgotten.remove(stream);
    }

    /** Those that are read. */
    Set<String> streams() {
        return Set.copyOf(positions.keySet());
    }

    ObjectNode position(String stream) {
        Position position = positions.getOrDefault(stream, new Position(0, 0));
        return TriviaApi.object()
                .put("stream", stream)
                .put("epoch", position.epoch)
                .put("seq", position.seq);
    }

    ArrayNode all() {
        ArrayNode all = TriviaNetwork.JSON.createArrayNode();
        positions.keySet().forEach(stream -> all.add(position(stream)));
        return all;
    }
}
