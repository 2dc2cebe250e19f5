package app.vstrivia.api.identity.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
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

    private static void assertRefused(Response response) {
        response.then().statusCode(401).body("code", equalTo("refresh-refused"));
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
        refresh(second.getString("refreshToken")).then().statusCode(200);
    }

    @Test
    void theSecondUseOfARefreshTokenVoidsAllThatTheDeviceHasAndItsPlayerIsTold() {
        String stolen = signIn().getString("refreshToken");
        String next = refresh(stolen).jsonPath().getString("refreshToken");
        String ofAnotherSignIn = signIn().getString("refreshToken");

        assertRefused(refresh(stolen));

        assertRefused(refresh(next));
        assertRefused(refresh(ofAnotherSignIn));
        Tables tables = new Tables(pool);
        assertEquals(
                "{\"device\":\"" + player.deviceId() + "\",\"reason\":\"token-reused\"}",
                tables.lastEvent("player:" + player.id()));
        assertEquals(
                1L,
                tables.row("SELECT COUNT(*) FROM revocation WHERE player_id = ?", player.id())
                        .getLong(0));
        signIn();
    }

    @Test
    void ofManyUsesAtOnceOneSucceedsAtMost() {
        String token = signIn().getString("refreshToken");

        List<CompletableFuture<Integer>> uses = IntStream.range(0, 8)
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> refresh(token).statusCode()))
                .toList();

        Map<Integer, Long> statuses = uses.stream()
                .map(CompletableFuture::join)
                .collect(Collectors.groupingBy(s -> s, Collectors.counting()));
        assertEquals(Map.of(200, 1L, 401, 7L), statuses);
    }

    @Test
    void whatWasNeverGivenOrHasExpiredIsRefused() {
        assertRefused(refresh("nonsense"));
        String token = signIn().getString("refreshToken");
        new Tables(pool)
                .execute(
                        "UPDATE refresh_token SET expires_at = NOW(6) - INTERVAL 1 SECOND WHERE player_id = ?",
                        player.id());

        assertRefused(refresh(token));
    }

    @Test
    void theDatabaseHoldsNoToken() {
        String token = signIn().getString("refreshToken");

        byte[] stored = new Tables(pool)
                .row("SELECT hash FROM refresh_token WHERE player_id = ? ORDER BY expires_at DESC LIMIT 1", player.id())
                .getBuffer(0)
                .getBytes();

        assertEquals(32, stored.length);
        assertEquals(0, new String(stored).indexOf(token) + 1);
    }
}
