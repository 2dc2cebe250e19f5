package app.vstrivia.api.media;

import app.vstrivia.api.support.TestPlayer;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.Json;
import java.util.Map;

/** What tests do with the queue of moderation. */
public final class TestReviews {
    private TestReviews() {}

    /** The item of the queue; null if it is not in it. */
    public static JsonPath waiting(TestPlayer moderator, String id) {
        String next = "";
        while (next != null) {
            JsonPath page = moderator
                    .asks()
                    .get("/v1/reviews?limit=50" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            Map<String, Object> found = page.getMap("items.find { it.id == '" + id + "' }");
            if (found != null) {
                return new JsonPath(Json.encode(found));
            }
            next = page.getString("next");
        }
        return null;
    }
}
