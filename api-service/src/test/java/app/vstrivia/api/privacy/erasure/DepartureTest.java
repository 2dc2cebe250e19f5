package app.vstrivia.api.privacy.erasure;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.job.Outcome;
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
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who leaves has a week to come back. */
@ApiTest
@WithTestResource(value = FakeIssuers.class, scope = TestResourceScope.GLOBAL)
class DepartureTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    @Inject
    ErasureJob job;

    @Inject
    ErasureService erasures;

    private Tables tables;
    private TestPlayer ada;
    private TestPlayer bob;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.register("Ada " + UUID.randomUUID().toString().substring(0, 8));
        bob = TestPlayer.register("Bob " + UUID.randomUUID().toString().substring(0, 8));
    }

    private static Response signIn(TestPlayer player) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("deviceId", player.deviceId(), "secret", player.secret()))
                .post("/v1/tokens");
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
    void allAccessEndsAtOnceAndTheRestInAWeek() {
        String refreshToken = signIn(ada).jsonPath().getString("refreshToken");
        String code = ada.asksForLinkCode().jsonPath().getString("code");

        Instant due = TestDeparture.begin(ada);

        Duration left = Duration.between(Instant.now(), due);
        assertTrue(left.compareTo(Duration.ofDays(7)) <= 0
                && left.compareTo(Duration.ofDays(7).minusMinutes(1)) > 0);
        given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", refreshToken))
                .post("/v1/tokens/refresh")
                .then()
                .statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("code", code))
                .post("/v1/devices/link")
                .then()
                .statusCode(401);
        await().atMost(SOON).until(() -> ada.asks().get("/v1/me").statusCode() == 401);
        assertTrue(exists(ada));
        assertEquals(
                1,
                tables.row("SELECT COUNT(*) FROM revocation WHERE device IS NULL AND player_id = ?", ada.id())
                        .getInteger(0));
    }

    @Test
    void askingTwiceDoesNotMoveIt() {
        Instant first = TestDeparture.begin(ada);

        assertEquals(first, erasures.request(PlayerId.parse(ada.id())).await().indefinitely());
    }

    @Test
    void nobodyIsForgottenBeforeTheTimeIsOver() {
        TestDeparture.begin(ada);

        Outcome outcome = runJob();

        assertTrue(outcome.again().compareTo(Duration.ofDays(6)) > 0);
        assertTrue(exists(ada));
    }

    @Test
    void whoSignsInBeforeStays() {
        TestDeparture.begin(ada);

        String token = signIn(ada).then().statusCode(200).extract().path("accessToken");

        assertEquals(Outcome.done(), runJob());
        await().atMost(SOON)
                .until(() -> given().auth().oauth2(token).get("/v1/me").statusCode() == 200);
        assertEquals(
                0,
                tables.row("SELECT COUNT(*) FROM player WHERE erase_at IS NOT NULL AND id = ?", ada.id())
                        .getInteger(0));
    }

    @Test
    void whoSignsInWithAnIdentityBeforeStaysToo() {
        TestIdentity identity = TestIdentity.at("acme");
        identity.isLinkedBy(ada).then().statusCode(201);
        TestDeparture.begin(ada);

        JsonPath back = identity.signsIn(null)
                .then()
                .statusCode(201)
                .body("playerId", equalTo(ada.id()))
                .body("newPlayer", equalTo(false))
                .extract()
                .jsonPath();

        assertEquals(Outcome.done(), runJob());
        assertTrue(exists(ada));
        assertEquals(
                0,
                tables.row("SELECT COUNT(*) FROM player WHERE erase_at IS NOT NULL AND id = ?", ada.id())
                        .getInteger(0));
        String token = back.getString("tokens.accessToken");
        await().atMost(SOON)
                .until(() -> given().auth().oauth2(token).get("/v1/me").statusCode() == 200);
    }

    @Test
    void aWrongSecretKeepsNobody() {
        TestDeparture.begin(ada);

        given().contentType(ContentType.JSON)
                .body(Map.of("deviceId", ada.deviceId(), "secret", "wrong"))
                .post("/v1/tokens")
                .then()
                .statusCode(401);

        assertFalse(runJob().isDone());
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

    @Test
    void nobodyForgetsAnother() {
        given().delete("/v1/me").then().statusCode(401);

        TestDeparture.begin(ada);

        assertFalse(tables.row("SELECT erase_at IS NOT NULL AS leaves FROM player WHERE id = ?", bob.id())
                        .getInteger("leaves")
                == 1);
    }
}
