package app.vstrivia.api.identity.token;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.identity.Secret;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class RefreshTest {
    @Inject
    Pool pool;

    private TestPlayer player;

    @BeforeEach
    void register() {
        player = TestPlayer.register("Refresher");
    }

    private JsonPath signIn() {
        return given().contentType(ContentType.JSON)
                .body(Map.of("deviceId", player.deviceId(), "secret", player.secret()))
                .post("/v1/tokens")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }

    private static Response refresh(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", token))
                .post("/v1/tokens/refresh");
    }

    private static String refreshed(String token) {
        return refresh(token).then().statusCode(200).extract().path("refreshToken");
    }

    private static void assertRefused(Response response) {
        response.then().statusCode(401).body("code", equalTo("refresh-refused"));
    }

    private void move(String assignments) {
        new Tables(pool).execute("UPDATE refresh_token SET " + assignments + " WHERE device_id = ?", player.deviceId());
    }

    private long revocations() {
        return new Tables(pool)
                .row("SELECT COUNT(*) FROM revocation WHERE player_id = ?", player.id())
                .getLong(0);
    }

    @Test
    void aRefreshTokenGivesTheNextTokens() {
        JsonPath first = signIn();
        JsonPath second = refresh(first.getString("refreshToken"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();

        assertNotEquals(first.getString("refreshToken"), second.getString("refreshToken"));
        assertEquals(30 * 24 * 3600, second.getLong("refreshExpiresIn"));
        given().auth()
                .oauth2(second.getString("accessToken"))
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("playerId", equalTo(player.id()));
        refreshed(second.getString("refreshToken"));
    }

    @Test
    void aStolenTokenThatIsUsedAgainVoidsAllThatTheDeviceHasAndItsPlayerIsTold() {
        String stolen = signIn().getString("refreshToken");
        JsonPath next = refresh(refreshed(stolen)).jsonPath();

        assertRefused(refresh(stolen));

        assertRefused(refresh(next.getString("refreshToken")));
        String accessToken = next.getString("accessToken");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().auth().oauth2(accessToken).get("/v1/me").statusCode() == 401);
        assertEquals(
                "{\"device\":\"" + player.deviceId() + "\",\"reason\":\"token-reused\"}",
                new Tables(pool).lastEvent("player:" + player.id()));
        assertEquals(1, revocations());
        String good = signIn().getString("accessToken");
        given().auth().oauth2(good).get("/v1/me").then().statusCode(200);
    }

    @Test
    void anAnswerThatWasLostIsNoTheft() {
        String token = signIn().getString("refreshToken");
        refreshed(token);

        String next = refreshed(refreshed(token));

        assertEquals(0, revocations());
        refreshed(next);
    }

    @Test
    void anAnswerThatSomebodyElseGotIsNoticed() {
        String token = signIn().getString("refreshToken");
        String ofTheThief = refreshed(token);
        String next = refreshed(token);

        assertRefused(refresh(ofTheThief));

        assertRefused(refresh(next));
        assertEquals(1, revocations());
    }

    @Test
    void afterHalfAMinuteItIsTheft() {
        String token = signIn().getString("refreshToken");
        String next = refreshed(token);
        move("spent_at = spent_at - INTERVAL 31 SECOND");

        assertRefused(refresh(token));

        assertRefused(refresh(next));
        assertEquals(1, revocations());
    }

    @Test
    void ofManyUsesAtOnceAFewAreAnsweredAndThenNoneIsGood() {
        String token = signIn().getString("refreshToken");

        List<CompletableFuture<Response>> uses = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> refresh(token)))
                .toList();

        List<Response> answers = uses.stream().map(CompletableFuture::join).toList();
        assertEquals(
                Map.of(200, 4L, 401, 4L),
                answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting())));
        answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .forEach(answer -> assertRefused(refresh(answer.path("refreshToken"))));
        assertEquals(1, revocations());
    }

    @Test
    void whoSignsInAgainHasNothingOfBefore() {
        String before = signIn().getString("refreshToken");
        String now = signIn().getString("refreshToken");

        assertRefused(refresh(before));

        refreshed(now);
        assertEquals(0, revocations());
    }

    @Test
    void whatWasNeverGivenOrHasExpiredIsRefused() {
        assertRefused(refresh("nonsense"));
        assertRefused(refresh("."));
        assertRefused(refresh("non.sense"));
        String token = signIn().getString("refreshToken");
        move("expires_at = NOW(6) - INTERVAL 1 SECOND");

        assertRefused(refresh(token));

        assertEquals(0, revocations());
        refresh("x".repeat(101)).then().statusCode(400);
    }

    @Test
    void aFamilyEndsHoweverOftenItIsRenewed() {
        String token = signIn().getString("refreshToken");
        move("ends_at = NOW(6) + INTERVAL 100 SECOND");

        long left = refresh(token).then().statusCode(200).extract().jsonPath().getLong("refreshExpiresIn");

        assertTrue(left > 0 && left <= 100, () -> left + " s");
    }

    @Test
    void theDatabaseHoldsHashesOnly() {
        String spent = signIn().getString("refreshToken");
        String token = refreshed(spent);

        Row row = new Tables(pool)
                .row("SELECT family_hash, hash, spent_hash FROM refresh_token WHERE device_id = ?", player.deviceId());

        String[] parts = token.split("\\.");
        assertArrayEquals(Secret.given(parts[0]).hash(), row.getBuffer(0).getBytes());
        assertArrayEquals(Secret.given(parts[1]).hash(), row.getBuffer(1).getBytes());
        assertArrayEquals(
                Secret.given(spent.split("\\.")[1]).hash(), row.getBuffer(2).getBytes());
    }
}
