package app.vstrivia.model.stream;

import app.vstrivia.model.trace.Origin;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is published after a commit: a stream has moved to {@code seq}. The events may ride along.
 *
 * @param origin what is traced of what appended them; null if nothing is
 */
public record WakeUp(StreamId stream, long epoch, long seq, List<StreamEvent> events, Origin origin) {
    /** The number of channels; a stream always uses the same one. */
    public static final int SHARDS = 16;

    private static final String CHANNEL = "trivia:wake:";
    private static final int RIDE_ALONG_LIMIT = 16_384;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** All channels that carry wake-ups. */
    public static List<String> channels() {
        List<String> channels = new ArrayList<>(SHARDS);
        for (int shard = 0; shard < SHARDS; shard++) {
            channels.add(CHANNEL + shard);
        }
        return channels;
    }

    /** For events of one stream, in order; those that are too large to ride along are left for the reader to fetch. */
    static WakeUp of(List<StreamEvent> events, Origin origin) {
        StreamEvent last = events.get(events.size() - 1);
        int size = events.stream().mapToInt(event -> event.payload().length()).sum();
        return new WakeUp(
                last.stream(), last.epoch(), last.seq(), size <= RIDE_ALONG_LIMIT ? events : List.of(), origin);
    }

    String channel() {
        return CHANNEL + Math.floorMod(stream.thing().hashCode(), SHARDS);
    }

    String encode() {
        try {
            return MAPPER.writeValueAsString(new Wire(
                    stream.toString(),
                    epoch,
                    seq,
                    events.stream().map(Rider::of).toList(),
                    origin == null ? null : origin.toString()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException if {@code message} is not a wake-up */
    public static WakeUp decode(String message) {
        try {
            JsonNode wire = MAPPER.readTree(message);
            StreamId stream = StreamId.parse(wire.path("stream").asText());
            long epoch = wire.path("epoch").asLong();
            List<StreamEvent> events = new ArrayList<>();
            for (JsonNode rider : wire.path("events")) {
                events.add(new StreamEvent(
                        stream,
                        epoch,
                        rider.path("seq").asLong(),
                        rider.path("kind").asText(),
                        rider.path("data").toString()));
            }
            return new WakeUp(
                    stream,
                    epoch,
                    wire.path("seq").asLong(),
                    events,
                    Origin.parse(wire.path("trace").asText()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a wake-up", e);
        }
    }

    private record Wire(
            String stream,
            long epoch,
            long seq,
            List<Rider> events,
            @JsonInclude(JsonInclude.Include.NON_NULL) String trace) {}

    private record Rider(
            long seq, String kind, @JsonRawValue String data) {
        static Rider of(StreamEvent event) {
            return new Rider(event.seq(), event.kind(), event.payload());
        }
    }
}
