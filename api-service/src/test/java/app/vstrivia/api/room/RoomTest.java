package app.vstrivia.api.room;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestRoom;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class RoomTest {
    @Inject
    Pool pool;

    Tables tables;
    TestRoom room;

    @BeforeEach
    void openARoom() {
        tables = new Tables(pool);
        room = TestRoom.open(TestPlayer.register("Hostess"));
    }

    @Test
    void aRoomNeedsAuthentication() {
        given().contentType("application/json")
                .body("{}")
                .post("/v1/rooms")
                .then()
                .statusCode(401);
        for (String verb : List.of("start", "pause", "resume", "skip", "end")) {
            given().post("/v1/rooms/" + room.match() + "/" + verb)
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("unauthenticated"));
        }
    }

    @Test
    void aRoomHasAPinOfSixDigits() {
        TestPlayer host = TestPlayer.register("Opener");

        host.asks()
                .body("{}")
                .post("/v1/rooms")
                .then()
                .statusCode(201)
                .body("pin", matchesPattern("\\d{6}"))
                .body("hostId", equalTo(host.id()));
    }

    @Test
    void aHostMayPlayAlong() {
        TestPlayer host = TestPlayer.register("Both");
        String match = host.asks()
                .body(Map.of("play", true))
                .post("/v1/rooms")
                .then()
                .statusCode(201)
                .extract()
                .path("matchId");

        host.asks().get("/v1/matches/" + match).then().body("players.name", contains("Both"));
    }

    @Test
    void impossibleSettingsAreRefused() {
        room.host()
                .asks()
                .body(Map.of("settings", Map.of("count", 51)))
                .post("/v1/rooms")
                .then()
                .statusCode(400);
        room.host()
                .asks()
                .body(Map.of("settings", Map.of("pace", "sluggish")))
                .post("/v1/rooms")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("violations[0].field", equalTo("settings.pace"));
    }

    @Test
    void joiningTwiceIsJoiningOnce() {
        TestPlayer player = room.joinedBy("Eager");

        player.asks()
                .body(Map.of("pin", room.pin()))
                .post("/v1/rooms/join")
                .then()
                .statusCode(200)
                .body("matchId", equalTo(room.match()));

        assertEquals(List.of("player-joined"), tables.events(room.stream()));
    }

    @Test
    void aWrongPinOpensNothing() {
        tables.setMatch(room.match(), "pin = NULL, phase = 'finished', phase_ends_at = NULL");
        TestPlayer player = TestPlayer.register("Latecomer");

        player.asks()
                .body(Map.of("pin", room.pin()))
                .post("/v1/rooms/join")
                .then()
                .statusCode(404)
                .body("code", equalTo("no-such-room"));
        player.asks().body(Map.of("pin", "12ab")).post("/v1/rooms/join").then().statusCode(400);
    }

    @Test
    void aStartDealsTheLineup() {
        room.joinedBy("First");

        room.hostAsks("start").statusCode(204);

        assertEquals("starting", tables.match(room.match()).getString("phase"));
        assertEquals(List.of("player-joined", "starting"), tables.events(room.stream()));
        assertTrue(tables.lastEvent(room.stream()).contains("\"rounds\":3"));
        assertEquals(
                3,
                tables.row("SELECT COUNT(*) FROM match_round WHERE match_id = ?", room.match())
                        .getInteger(0));
    }

    @Test
    void aRoomPlaysTheRecipeOfItsHost() {
        TestRoom mixed = TestRoom.open(
                room.host(),
                Map.of("parts", List.of(Map.of("categories", List.of("history"), "count", 2), hard("geography", 3))));
        mixed.joinedBy("First");

        mixed.hostAsks("start").statusCode(204);

        assertTrue(tables.lastEvent(mixed.stream()).contains("\"rounds\":5"));
        assertEquals(
                "Geography hard:3,History:2",
                tables.row(
                                "SELECT GROUP_CONCAT(CONCAT(part, ':', questions) ORDER BY part) FROM (SELECT part,"
                                        + " COUNT(*) AS questions FROM (SELECT CONCAT(category, CASE category WHEN"
                                        + " 'Geography' THEN CONCAT(' ', difficulty) ELSE '' END) AS part FROM match_round"
                                        + " WHERE match_id = ?) asked GROUP BY part) parts",
                                mixed.match())
                        .getString(0));
    }

    private static Map<String, Object> hard(String category, int count) {
        return Map.of("categories", List.of(category), "difficulties", List.of("hard"), "count", count);
    }

    @Test
    void aRecipeThatTheBankCannotServeDoesNotStart() {
        TestRoom greedy = TestRoom.open(
                room.host(), Map.of("language", "xx", "parts", List.of(hard("history", 2), hard("geography", 3))));
        greedy.joinedBy("First");

        greedy.hostAsks("start")
                .statusCode(409)
                .body("code", equalTo("not-enough-questions"))
                .body("available", equalTo(0));

        assertEquals("lobby", tables.match(greedy.match()).getString("phase"));
    }

    @Test
    void impossibleRecipesAreRefused() {
        for (Map<String, ?> settings : List.of(
                Map.of("parts", List.of(hard("history", 26), hard("geography", 25))),
                Map.of("parts", List.of(hard("history", 0), hard("geography", 25))),
                Map.of("parts", Collections.nCopies(21, hard("history", 1))),
                Map.of("count", 4, "parts", List.of(hard("history", 1), hard("geography", 2))),
                Map.of("categories", List.of("history"), "parts", List.of(hard("history", 1), hard("geography", 2))))) {
            room.host()
                    .asks()
                    .body(Map.of("settings", settings))
                    .post("/v1/rooms")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-recipe"));
        }
    }

    @Test
    void theNextMatchIsNew() {
        Map<String, ?> settings = Map.of("categories", List.of("history"), "count", 3);
        TestRoom first = TestRoom.open(room.host(), settings);
        TestPlayer player = first.joinedBy("Regular");
        Set<String> met = new HashSet<>();
        for (TestRoom next = first; met.size() < 9; next = TestRoom.open(room.host(), settings)) {
            next.admits(player);
            next.hostAsks("start").statusCode(204);
            tables.setMatch(
                    next.match(),
                    "phase = 'finished', round_no = rounds, phase_ends_at = NULL, pin = NULL, finished_at = NOW(6)");
            String questions = tables.row(
                            "SELECT GROUP_CONCAT(HEX(question_id)) FROM match_round WHERE match_id = ?", next.match())
                    .getString(0);
            for (String question : questions.split(",")) {
                assertTrue(met.add(question), "met before");
            }
        }
    }

    @Test
    void anEmptyRoomDoesNotStart() {
        room.hostAsks("start").statusCode(409).body("code", equalTo("nobody-there"));
    }

    @Test
    void aRoomStartsOnce() {
        room.joinedBy("First");
        room.hostAsks("start").statusCode(204);

        room.hostAsks("start").statusCode(409).body("code", equalTo("wrong-phase"));
    }

    @Test
    void onePlaysFromTheMiddle() {
        room.joinedBy("First");
        room.hostAsks("start").statusCode(204);
        tables.openFirstRound(room.match());

        TestPlayer late = room.joinedBy("Second");

        late.asks().get("/v1/matches/" + room.match()).then().statusCode(200).body("phase", equalTo("open"));
    }
}
