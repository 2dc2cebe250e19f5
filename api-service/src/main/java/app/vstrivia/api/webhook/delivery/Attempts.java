package app.vstrivia.api.webhook.delivery;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The attempts of a delivery as the table has them: the last ten, the oldest first. */
final class Attempts {
    static final int KEPT = 10;
    private static final int LONGEST_RESPONSE = 100;

    private Attempts() {}

    /** @param stored null before the first one */
    static List<Attempt> of(String stored) {
        List<Attempt> attempts = new ArrayList<>();
        if (stored != null) {
            new JsonArray(stored).forEach(one -> attempts.add(attempt((JsonObject) one)));
        }
        return attempts;
    }

    private static Attempt attempt(JsonObject fields) {
        return new Attempt(
                fields.getInstant("at"),
                fields.getInteger("ms"),
                fields.getInteger("status"),
                fields.getString("error"),
                fields.getString("response"));
    }

    /** With one more, which ended at {@code at}; the oldest goes where there are too many. */
    static String with(String stored, Instant at, Answer answer) {
        JsonArray attempts = stored == null ? new JsonArray() : new JsonArray(stored);
        attempts.add(new JsonObject()
                .put("at", at)
                .put("ms", answer.took().toMillis())
                .put("status", answer.status())
                .put("error", answer.error())
                .put("response", beginning(answer.response())));
        while (attempts.size() > KEPT) {
            attempts.remove(0);
        }
        return attempts.encode();
    }

    private static String beginning(String response) {
        if (response == null || response.codePointCount(0, response.length()) <= LONGEST_RESPONSE) {
            return response;
        }
        return response.substring(0, response.offsetByCodePoints(0, LONGEST_RESPONSE));
    }
}
