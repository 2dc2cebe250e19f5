package app.vstrivia.api.identity.merge;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FakeIssuers;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestIdentity;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestRoom;
import app.vstrivia.model.id.UuidV7;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
@WithTestResource(value = FakeIssuers.class, scope = TestResourceScope.GLOBAL)
class MergeTest {
    @Inject
    Pool pool;

    private Tables tables;
    private TestMerge pair;
    private TestIdentity identity;
    private TestPlayer ada;
    private TestPlayer guest;

    @BeforeEach
    void twoWhoAreOne() {
        tables = new Tables(pool);
        pair = TestMerge.ofTwo();
        identity = pair.identity();
        ada = pair.ada();
        guest = pair.guest();
    }

    /** A match that is over, which the guest entered, got 700 points in, and answered one round of. */
    private String playedBy(TestPlayer... players) {
        TestRoom room = TestRoom.open(TestPlayer.register("Host"));
        for (TestPlayer player : players) {
            player.asks()
                    .body(Map.of("pin", room.pin()))
                    .post("/v1/rooms/join")
                    .then()
                    .statusCode(200);
        }
        room.hostAsks("start").statusCode(204);
        tables.openFirstRound(room.match());
        for (TestPlayer player : players) {
            player.asks()
                    .body(Map.of("id", "a-1", "round", 1, "choices", List.of(1), "elapsed", 900))
                    .post("/v1/matches/" + room.match() + "/answers")
                    .then()
                    .statusCode(200);
        }
        tables.execute("UPDATE answer SET correct = 1, points = 700 WHERE match_id = ?", room.match());
        tables.execute("UPDATE match_player SET score = 700 WHERE match_id = ?", room.match());
        tables.setMatch(room.match(), "phase = 'finished', phase_ends_at = NULL, finished_at = NOW(6), pin = NULL");
        return room.match();
    }

    @Test
    void theGuestIsToldWhatWouldMoveBeforeAnythingDoes() {
        playedBy(guest);
        playedBy(guest, ada);

        JsonPath offer = pair.offer();

        assertEquals(ada.id(), offer.getString("merge.into"));
        assertEquals("Ada", offer.getString("merge.name"));
        assertEquals(
                Map.of("matches", 1, "points", 700, "devices", 1, "identities", 0, "matchesOfBoth", 1, "quizzes", 0),
                offer.getMap("merge.moves"));
        guest.asks().get("/v1/me").then().statusCode(200).body("name", equalTo("Guest"));
        ada.asks().get("/v1/me/devices").then().body("deviceId", hasSize(1));
    }

    @Test
    void historyDevicesAndIdentitiesMoveAndTheNameStays() {
        String match = playedBy(guest);
        TestIdentity second = TestIdentity.at("globex");
        second.isLinkedBy(guest).then().statusCode(201);

        TestPlayer merged = pair.guestAs(pair.confirmed());

        assertEquals(ada.id(), merged.id());
        assertEquals("Ada", merged.name());
        merged.asks()
                .get("/v1/matches/" + match)
                .then()
                .statusCode(200)
                .body("players.playerId", hasItem(ada.id()))
                .body("roundsPlayed[0].you.points", equalTo(700));
        merged.asks()
                .get("/v1/me/devices")
                .then()
                .body("deviceId", containsInAnyOrder(ada.deviceId(), guest.deviceId()));
        merged.asks().get("/v1/me/identities").then().body("provider", containsInAnyOrder("acme", "globex"));
        second.signsIn(null).then().statusCode(201).body("playerId", equalTo(ada.id()));
    }

    @Test
    void roomsThatTheGuestHostedMove() {
        TestRoom room = TestRoom.open(guest);
        room.joinedBy("Bob");
        tables.setMatch(room.match(), "phase = 'finished', phase_ends_at = NULL, finished_at = NOW(6), pin = NULL");

        pair.confirmed();

        ada.asks().get("/v1/matches/" + room.match()).then().statusCode(200);
    }

    @Test
    void whatTheGuestImportsAndMayWatchMoves() {
        String id = tables.addImport(guest.id());
        String both = tables.addImport(guest.id());
        tables.execute("UPDATE question_import SET owner_id = NULL WHERE id = ?", both);
        tables.execute("INSERT INTO stream_reader (stream_id, player_id) VALUES ('import:" + both + "', ?)", ada.id());

        pair.confirmed();

        assertEquals(
                id,
                UuidV7.fromBuffer(tables.row("SELECT id FROM question_import WHERE owner_id = ?", ada.id())
                                .getBuffer(0))
                        .toString());
        String readers = "SELECT COUNT(*) FROM stream_reader WHERE player_id = ?";
        assertEquals(2, tables.row(readers, ada.id()).getInteger(0));
        assertEquals(0, tables.row(readers, guest.id()).getInteger(0));
    }

    @Test
    void whatTheGuestHasToldGoesOnForThePlayer() {
        tables.execute(
                "INSERT INTO webhook (id, owner_id, url, format, secret, free_at, failures, created_at)"
                        + " SELECT id, id, 'https://1.1.1.1/', 'standard', UNHEX(REPEAT('00', 32)), NOW(6), 0, NOW(6)"
                        + " FROM player WHERE id = ?",
                guest.id());

        pair.confirmed();

        assertEquals(
                guest.id(),
                UuidV7.fromBuffer(tables.row("SELECT id FROM webhook WHERE owner_id = ?", ada.id())
                                .getBuffer(0))
                        .toString());
    }

    @Test
    void theGuestsTokensAreVoidAndItsDeviceIsThePlayersNow() {
        JsonPath tokens = signIn(guest).jsonPath();

        pair.confirmed();

        given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", tokens.getString("refreshToken")))
                .post("/v1/tokens/refresh")
                .then()
                .statusCode(401);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> guest.asks().get("/v1/me").statusCode() == 401);
        assertEquals(
                1L,
                tables.row(
                                "SELECT COUNT(*) FROM revocation WHERE device IS NULL AND renewable = 1 AND player_id = ?",
                                guest.id())
                        .getLong(0));
        signIn(guest).then().statusCode(200).body("playerId", equalTo(ada.id()));
    }

    private static Response signIn(TestPlayer player) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("deviceId", player.deviceId(), "secret", player.secret()))
                .post("/v1/tokens");
    }

    @Test
    void bothStreamsAreTold() {
        pair.confirmed();

        String told = "{\"from\":\"" + guest.id() + "\",\"into\":\"" + ada.id() + "\"}";
        assertEquals(told, tables.lastEvent("player:" + guest.id()));
        assertEquals(told, tables.lastEvent("player:" + ada.id()));
        assertEquals(
                "merge",
                tables.row("SELECT method FROM login WHERE player_id = ? ORDER BY id DESC LIMIT 1", ada.id())
                        .getString(0));
    }

    @Test
    void aMatchOfBothKeepsBothMembers() {
        String match = playedBy(guest, ada);

        pair.confirmed();

        ada.asks()
                .get("/v1/matches/" + match)
                .then()
                .statusCode(200)
                .body("players.playerId", containsInAnyOrder(ada.id(), guest.id()))
                .body("players.name", containsInAnyOrder("Ada", "Guest"))
                .body("roundsPlayed[0].you.points", equalTo(700));
    }

    @Test
    void aWaitingTicketIsTakenBack() {
        guest.asks()
                .body(Map.of("settings", Map.of("count", 7)))
                .post("/v1/matchmaking/tickets")
                .then()
                .statusCode(201);

        pair.confirmed();

        assertEquals(
                "cancelled",
                tables.row("SELECT status FROM matchmaking_ticket WHERE player_id = ?", guest.id())
                        .getString(0));
    }

    @Test
    void devicesBeyondTenAreSignedOutButNotTheOneThatAsks() {
        for (int i = 0; i < 9; i++) {
            identity.signsIn(null).then().statusCode(201);
        }

        TestPlayer merged = pair.guestAs(pair.confirmed());

        merged.asks()
                .get("/v1/me/devices")
                .then()
                .body("deviceId", hasSize(10))
                .body("deviceId", hasItem(guest.deviceId()));
    }

    @Test
    void whoIsAboutToLeaveStaysWithTheGuest() {
        ada.asks().delete("/v1/me").then().statusCode(202);

        pair.confirmed();

        assertNull(
                tables.row("SELECT erase_at FROM player WHERE id = ?", ada.id()).getLocalDateTime(0));
        assertNull(tables.row("SELECT erase_at FROM player WHERE id = ?", guest.id())
                .getLocalDateTime(0));
    }
}
