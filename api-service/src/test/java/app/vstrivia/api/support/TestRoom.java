package app.vstrivia.api.support;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** An open room. */
public record TestRoom(TestPlayer host, String match, String pin) {

    public static TestRoom open(TestPlayer host) {
        return open(host, Map.of("count", 3));
    }

    public static TestRoom open(TestPlayer host, Map<String, ?> settings) {
        JsonPath room = host.asks()
                .body(Map.of("settings", settings))
                .post("/v1/rooms")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new TestRoom(host, room.getString("matchId"), room.getString("pin"));
    }

    public TestPlayer joinedBy(String name) {
        TestPlayer player = TestPlayer.register(name);
        admits(player);
        return player;
    }

    /** The player joins; joining twice is joining once. */
    public void admits(TestPlayer player) {
        player.asks().body(Map.of("pin", pin)).post("/v1/rooms/join").then().statusCode(200);
    }

    /** The host's request: start, pause, resume, skip or end. */
    public ValidatableResponse hostAsks(String verb) {
        return host.asks().post("/v1/rooms/" + match + "/" + verb).then();
    }

    public String stream() {
        return "match:" + match;
    }
}
