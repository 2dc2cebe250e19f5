package app.vstrivia.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A message that the server sent.
 *
 * @param connection which connection of the client it came on, from 1
 * @param receivedAt {@link System#nanoTime()} when its last part had come
 * @param text as it came
 * @param json parsed; missing if it is no JSON
 */
public record Frame(int connection, long receivedAt, String text, JsonNode json) {
    /** Reads a message. */
    public static Frame of(int connection, long receivedAt, String text) {
        return new Frame(connection, receivedAt, text, parse(text));
    }

    private static JsonNode parse(String text) {
        try {
            return TriviaNetwork.JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    public String type() {
        return json.path("type").asText();
    }

    /** The kind of an event; empty for other messages. */
    public String kind() {
        return json.path("kind").asText();
    }

    public boolean isEvent(String kind) {
        return type().equals("event") && kind().equals(kind);
    }

    public String stream() {
        return json.path("stream").asText();
    }

    public long epoch() {
        return json.path("epoch").asLong();
    }

    public long seq() {
        return json.path("seq").asLong();
    }

    /** What the event or the snapshot says. */
    public JsonNode data() {
        return json.path("data");
    }
}
