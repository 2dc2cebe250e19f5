package app.vstrivia.api.support;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** An open room. */
public record TestRoom(TestPlayer host, String match, String pin) {

    public static TestRoom open(TestPlayer host) {
        JsonPath room = host.asks()
                .body(Map.of("settings", Map.of("count", 3)))
                .post("/v1/rooms")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new TestRoom(host, room.getString("matchId"), room.getString("pin"));
    }

    public TestPlayer joinedBy(String name) {
        TestPlayer player = TestPlayer.register(name);
        player.asks().body(Map.of("pin", pin)).post("/v1/rooms/join").then().statusCode(200);
        return player;
    }

    /** The host's request: start, pause, resume, skip or end. */
    public ValidatableResponse hostAsks(String verb) {
        return host.asks().post("/v1/rooms/" + match + "/" + verb).then();
    }

    public String stream() {
        return "match:" + match;
    }
}
