package app.vstrivia.local.bench;

import app.vstrivia.local.client.Frame;
import app.vstrivia.local.client.TriviaClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.stream.StreamSupport;

/**
 * The end of a publication, as a client that watches has heard of it.
 *
 * @param heardAt {@link System#nanoTime()}
 */
record Watched(String outcome, long heardAt) {
    private static final String ENDED = "publication-ended";

    /** Waits for the last event of a stream: by itself, or in the snapshot that comes first. */
    static Watched of(TriviaClient client, String stream, Duration patience) throws Exception {
        Frame last = client.await(
                frame -> frame.stream().equals(stream) && !end(frame).isMissingNode(), patience);
        return new Watched(end(last).path("outcome").asText(), last.receivedAt());
    }

    private static JsonNode end(Frame frame) {
        if (frame.isEvent(ENDED)) {
            return frame.data();
        }
        return StreamSupport.stream(frame.data().path("events").spliterator(), false)
                .filter(event -> event.path("kind").asText().equals(ENDED))
                .map(event -> event.path("data"))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
