package app.vstrivia.api.room;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestRoom;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a host may do to a room that plays. */
@ApiTest
class RoomDirectionTest {
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
    void onlyTheHostDirects() {
        TestPlayer player = room.joinedBy("Usurper");
        TestPlayer stranger = TestPlayer.register("Stranger");

        for (String verb : List.of("start", "pause", "resume", "skip", "end")) {
            String path = "/v1/rooms/" + room.match() + "/" + verb;
            player.asks().post(path).then().statusCode(403).body("code", equalTo("not-the-host"));
            stranger.asks().post(path).then().statusCode(404).body("code", equalTo("not-found"));
        }
        player.asks()
                .delete("/v1/rooms/" + room.match() + "/players/" + player.id())
                .then()
                .statusCode(403);
        assertEquals("lobby", tables.match(room.match()).getString("phase"));
        assertEquals("none", tables.match(room.match()).getString("hold"));
    }

    @Test
    void whoIsKickedStaysOut() {
        TestPlayer player = room.joinedBy("Rowdy");

        room.host()
                .asks()
                .delete("/v1/rooms/" + room.match() + "/players/" + player.id())
                .then()
                .statusCode(204);

        player.asks()
                .body(Map.of("pin", room.pin()))
                .post("/v1/rooms/join")
                .then()
                .statusCode(403)
                .body("code", equalTo("kicked"));
        assertTrue(tables.lastEvent(room.stream()).contains("\"reason\":\"kicked\""));
        assertTrue(tables.lastEvent(room.stream()).contains("\"players\":0"));
    }

    @Test
    void kickingANobodyIsNotFound() {
        room.host()
                .asks()
                .delete("/v1/rooms/" + room.match() + "/players/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void whoLeftMayComeBack() {
        TestPlayer player = room.joinedBy("Undecided");
        player.asks()
                .delete("/v1/matches/" + room.match() + "/players/me")
                .then()
                .statusCode(204);

        player.asks()
                .body(Map.of("pin", room.pin()))
                .post("/v1/rooms/join")
                .then()
                .statusCode(200);

        assertEquals(List.of("player-joined", "player-left", "player-joined"), tables.events(room.stream()));
    }

    @Test
    void aPauseHoldsAfterTheRoundAndAResumeGoesOn() {
        room.joinedBy("First");
        room.hostAsks("pause").statusCode(409).body("code", equalTo("wrong-phase"));
        room.hostAsks("start").statusCode(204);
        tables.openFirstRound(room.match());

        room.hostAsks("pause").statusCode(204);
        assertEquals("pause", tables.match(room.match()).getString("hold"));
        assertTrue(tables.lastEvent(room.stream()).startsWith("{\"change\":\"pause\",\"endsAt\":1"));

        tables.setMatch(room.match(), "phase = 'paused', phase_ends_at = NOW(6) + INTERVAL 1 DAY");
        room.hostAsks("resume").statusCode(204);
        assertEquals("none", tables.match(room.match()).getString("hold"));
        assertTrue(isDue());
        room.hostAsks("resume").statusCode(204);
    }

    @Test
    void aSkipEndsThePhaseNow() {
        room.joinedBy("First");
        room.hostAsks("skip").statusCode(409);
        room.hostAsks("start").statusCode(204);
        int version = tables.match(room.match()).getInteger("version");

        room.hostAsks("skip").statusCode(204);

        assertTrue(isDue());
        assertEquals(version + 1, tables.match(room.match()).getInteger("version"));
    }

    @Test
    void anEndEndsTheMatch() {
        room.joinedBy("First");
        room.hostAsks("start").statusCode(204);

        room.hostAsks("end").statusCode(204);

        assertEquals("end", tables.match(room.match()).getString("hold"));
        assertTrue(isDue());
        room.hostAsks("pause").statusCode(409);
    }

    @Test
    void nothingChangesAFinishedMatch() {
        tables.setMatch(room.match(), "phase = 'finished', phase_ends_at = NULL, pin = NULL");

        for (String verb : List.of("start", "pause", "resume", "skip", "end")) {
            room.hostAsks(verb).statusCode(409).body("code", equalTo("wrong-phase"));
        }

        assertNull(tables.match(room.match()).getLocalDateTime("phase_ends_at"));
    }

    private boolean isDue() {
        var match = tables.match(room.match());
        return !match.getLocalDateTime("phase_ends_at").isAfter(match.getLocalDateTime("moment"));
    }
}
