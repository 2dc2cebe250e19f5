package app.vstrivia.api.webhook.delivery;

import app.vstrivia.api.webhook.WebhookFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The bodies of events. */
final class Message {
    /** Of a body, in bytes: events name things, and do not hold them. */
    static final int MOST_BYTES = 16_384;

    /** Discord takes 2,000 characters. */
    private static final int LONGEST_CHAT = 1_900;

    private static final int LONGEST_VALUE = 100;

    private Message() {}

    /**
     * In the format {@code standard}.
     *
     * @throws IllegalArgumentException if it is larger than {@value #MOST_BYTES} bytes
     */
    static String of(ObjectMapper json, String kind, Instant at, Map<String, ?> data) {
        ObjectNode body = json.createObjectNode();
        body.put("type", kind);
        body.put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
        body.set("data", json.valueToTree(new TreeMap<>(data)));
        String text = body.toString();
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException("an event that is too large: " + kind);
        }
        return text;
    }

    /** What is sent of a body in that format. */
    static String in(ObjectMapper json, WebhookFormat format, String body) {
        return switch (format) {
            case STANDARD -> body;
            case DISCORD -> chat(json, body);
        };
    }

    private static String chat(ObjectMapper json, String body) {
        try {
            JsonNode event = json.readTree(body);
            StringJoiner values = new StringJoiner(", ");
            event.path("data")
                    .properties()
                    .forEach(value -> values.add(
                            value.getKey() + ": " + plain(value.getValue().asText())));
            String line = "**" + event.path("type").asText() + "** " + values;
            ObjectNode chat = json.createObjectNode();
            chat.put("content", line.length() > LONGEST_CHAT ? line.substring(0, LONGEST_CHAT) : line);
            chat.putObject("allowed_mentions").putArray("parse");
            return chat.toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing in it changes how the rest looks. */
    private static String plain(String text) {
        String line = text.codePoints()
                .limit(LONGEST_VALUE)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.replaceAll("([\\\\*_~`|>\\[\\]()#<])", "\\\\$1");
    }
}
