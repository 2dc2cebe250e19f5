package app.vstrivia.api.privacy.erasure;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.identity.Departures;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.privacy.PlayedRoom;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FakeIssuers;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestDeparture;
import app.vstrivia.api.support.TestIdentity;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.id.PlayerId;
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
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
@WithTestResource(value = FakeIssuers.class, scope = TestResourceScope.GLOBAL)
class ErasureTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    @Inject
    Departures departures;

    @Inject
    ErasureJob job;

    private Tables tables;
    private WholeDatabase database;
    private TestPlayer ada;
    private TestPlayer bob;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        database = new WholeDatabase(pool);
        ada = TestPlayer.register("Ada " + UUID.randomUUID().toString().substring(0, 8));
        bob = TestPlayer.register("Bob " + UUID.randomUUID().toString().substring(0, 8));
    }

    private static Response signIn(TestPlayer player) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("deviceId", player.deviceId(), "secret", player.secret()))
                .post("/v1/tokens");
    }

    private void letAWeekPass() {
        TestDeparture.letAWeekPass(pool, ada);
    }

    private boolean exists(TestPlayer player) {
        return tables.row("SELECT COUNT(*) FROM player WHERE id = ?", player.id())
                        .getInteger(0)
                == 1;
    }

    /** Until it has nothing to do any more for now. */
    private Outcome runJob() {
        Outcome outcome = job.run(ada.id());
        while (!outcome.isDone() && outcome.again().isZero()) {
            outcome = job.run(ada.id());
        }
        return outcome;
    }

    @Test
    void whatTheyImportedIsNobodysAndNothingIsTheirsToWatch() {
        String id = tables.addImport(ada.id());
        TestDeparture.begin(ada);
        letAWeekPass();

        runJob();

        assertEquals(List.of(), database.columnsWith(UUID.fromString(ada.id())));
        assertEquals(
                1,
                tables.row("SELECT COUNT(*) FROM question_import WHERE owner_id IS NULL AND id = ?", id)
                        .getInteger(0));
    }

    @Test
    void afterwardsNothingHasTheNameOrADeviceAndTheResultsStay() {
        PlayedRoom played = PlayedRoom.play(transactions, tables, ada, bob).finish(transactions, tables);
        String stream = "match:" + played.match();
        int told = tables.events(stream).size();
        leaveManyTraces();
        tables.execute(
                "UPDATE match_round SET type = 'text', choices = '[]', correct = 0, solution = '{\"accepted\":[\"x\"]}'"
                        + " WHERE round_no = 1 AND match_id = ?",
                played.match());
        tables.execute(
                "UPDATE answer SET choices = 0, given = '=It is " + ada.name() + "' WHERE match_id = ?",
                played.match());
        UUID tablet = UUID.fromString(link());
        assertTrue(database.columnsWith(ada.name()).size() >= 4, "there is something to erase");
        assertTrue(database.columnsWith(UUID.fromString(ada.deviceId())).size() >= 2);
        String url = export();
        TestDeparture.begin(ada);
        letAWeekPass();

        assertEquals(Outcome.done(), runJob());

        assertEquals(List.of(), database.columnsWith(ada.name()));
        for (UUID device : List.of(tablet, UUID.fromString(ada.deviceId()))) {
            assertEquals(List.of(), database.columnsWith(device));
            assertEquals(List.of(), database.columnsWith(device.toString()));
        }
        assertEquals(
                Set.of("answer.player_id: 1", "match_player.player_id: 1"),
                Set.copyOf(database.columnsWith(UUID.fromString(ada.id()))));
        assertFalse(exists(ada));
        signIn(ada).then().statusCode(401);
        assertEquals(told, tables.events(stream).size());
        assertTrue(tables.lastEvent(stream).contains(bob.name()));
        bob.asks()
                .get("/v1/matches/" + played.match())
                .then()
                .statusCode(200)
                .body("players", hasSize(2))
                .body("players.find { it.playerId == '" + ada.id() + "' }.name", equalTo(""));
        assertEquals(
                1,
                tables.row("SELECT COUNT(*) FROM answer WHERE match_id = ?", played.match())
                        .getInteger(0));
        await().atMost(SOON)
                .until(() -> given().urlEncodingEnabled(false).get(url).statusCode() == 404);
    }

    private void leaveManyTraces() {
        // Not over the API: somebody else who waits would begin a duel, and a match that runs keeps the name.
        tables.execute(
                "INSERT INTO matchmaking_ticket (id, player_id, name, queue, settings, status, created_at, last_seen_at)"
                        + " SELECT id, id, name, 'none', '{}', 'cancelled', NOW(6), NOW(6) FROM player WHERE id = ?",
                ada.id());
        ada.asks()
                .body(Map.of("name", ada.name() + "'s phone"))
                .patch("/v1/me/devices/" + ada.deviceId())
                .then()
                .statusCode(204);
        ada.asksForLinkCode().then().statusCode(201);
        signIn(ada).then().statusCode(200);
    }

    /** One more device, whose access is taken again. */
    private String link() {
        String code = ada.asksForLinkCode().jsonPath().getString("code");
        JsonPath tablet = given().contentType(ContentType.JSON)
                .body(Map.of("code", code, "deviceName", ada.name() + "'s tablet"))
                .post("/v1/devices/link")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        ada.asks()
                .delete("/v1/me/devices/" + tablet.getString("deviceId"))
                .then()
                .statusCode(204);
        return tablet.getString("deviceId");
    }

    private String export() {
        await().atMost(SOON).until(() -> ada.asks().get("/v1/me/export").statusCode() == 200);
        return ada.asks().get("/v1/me/export").jsonPath().getString("url");
    }

    @Test
    void theNameOfAGuestWhoBecameThePlayerGoes() {
        TestPlayer guest =
                TestPlayer.register("Guest " + UUID.randomUUID().toString().substring(0, 8));
        PlayedRoom played = PlayedRoom.play(transactions, tables, guest, bob).finish(transactions, tables);
        TestIdentity identity = TestIdentity.at("acme");
        identity.isLinkedBy(ada).then().statusCode(201);
        String offer =
                identity.isLinkedBy(guest).then().statusCode(409).extract().path("merge.token");
        guest.asks()
                .body(Map.of("token", offer, "secret", guest.secret()))
                .post("/v1/me/merge")
                .then()
                .statusCode(200);
        TestDeparture.begin(ada);
        letAWeekPass();

        assertEquals(Outcome.done(), runJob());

        String last = tables.lastEvent("match:" + played.match());
        assertFalse(last.contains(guest.name()), last);
        assertTrue(last.contains(bob.name()), last);
    }

    @Test
    void aJobThatWasKilledBetweenItsStepsGoesOn() {
        PlayedRoom.play(transactions, tables, ada, bob).finish(transactions, tables);
        TestDeparture.begin(ada);
        letAWeekPass();
        PlayerId player = PlayerId.parse(ada.id());
        transactions
                .run(transaction -> departures.erase(transaction, player))
                .await()
                .indefinitely();
        assertFalse(database.columnsWith(ada.name()).isEmpty());

        assertEquals(Outcome.done(), runJob());
        assertEquals(Outcome.done(), runJob());

        assertEquals(List.of(), database.columnsWith(ada.name()));
    }

    @Test
    void theNameStaysInAMatchUntilItIsOver() {
        PlayedRoom played = PlayedRoom.play(transactions, tables, ada, bob);
        TestDeparture.begin(ada);
        letAWeekPass();

        assertEquals(Outcome.again(Duration.ofHours(1)), runJob());
        assertFalse(database.columnsWith(ada.name()).isEmpty());
        played.finish(transactions, tables);

        assertEquals(Outcome.done(), runJob());
        assertEquals(List.of(), database.columnsWith(ada.name()));
    }

    @Test
    void theWorkerDoesItWhenItIsTime() {
        TestDeparture.begin(ada);

        TestDeparture.letAWorkerComeAfterAWeek(pool, ada);

        await().atMost(SOON).until(() -> !exists(ada));
    }
}
