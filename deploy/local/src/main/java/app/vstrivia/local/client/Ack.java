package app.vstrivia.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What became of an answer.
 *
 * @param status {@code stored}, {@code duplicate}, {@code late} or {@code refused}
 * @param answer the answer that stands; null or missing if none does
 * @param code why it does not count; empty if it does
 */
public record Ack(String id, String status, String match, int round, JsonNode answer, String code) {
    static Ack of(JsonNode json) {
        return new Ack(
                json.path("id").asText(),
                json.path("status").asText(),
                json.path("match").asText(),
                json.path("round").asInt(),
                json.path("answer"),
                json.path("code").asText(""));
    }

    public boolean stored() {
        return status.equals("stored");
    }
}
