package app.vstrivia.api.identity.role;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class RolesTest {
    @Inject
    Pool pool;

    /** The rules about the last admin are about all there are, those of other tests among them. */
    @BeforeEach
    void nobodyHasARole() {
        pool.query("DELETE FROM player_role").execute().await().indefinitely();
    }

    private static String path(TestPlayer player, String role) {
        return "/v1/admin/players/" + player.id() + "/roles/" + role;
    }

    private static Set<String> groups(String token) {
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        return new TreeSet<>(JsonPath.from(claims).getList("groups", String.class));
    }

    private static ValidatableResponse refresh(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", token))
                .post("/v1/tokens/refresh")
                .then();
    }

    private static JsonPath tokensOf(TestPlayer player) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("deviceId", player.deviceId(), "secret", player.secret()))
                .post("/v1/tokens")
                .jsonPath();
    }

    @Test
    void everybodyIsAPlayerAndNothingElse() {
        assertEquals(Set.of("player"), groups(TestPlayer.register("Ada").token()));
    }

    @Test
    void theNextTokenNamesTheRole() {
        assertEquals(
                Set.of("moderator", "player"),
                groups(TestPlayer.with("moderator").token()));
    }

    @Test
    void aChangeVoidsAccessTokensAndLeavesRefreshTokens() {
        TestPlayer ada = TestPlayer.register("Ada");
        JsonPath before = tokensOf(ada);

        Operator.asks().put(path(ada, "author")).then().statusCode(204);

        await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> given().auth()
                .oauth2(before.getString("accessToken"))
                .get("/v1/me")
                .then()
                .statusCode(401));
        JsonPath after = refresh(before.getString("refreshToken"))
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(Set.of("author", "player"), groups(after.getString("accessToken")));
        given().auth()
                .oauth2(after.getString("accessToken"))
                .get("/v1/me")
                .then()
                .statusCode(200);
    }

    @Test
    void aRoleThatIsTakenIsGoneFromTheNextToken() {
        TestPlayer ada = TestPlayer.with("author");
        JsonPath before = tokensOf(ada);

        Operator.asks().delete(path(ada, "author")).then().statusCode(204);

        JsonPath after = refresh(before.getString("refreshToken"))
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(Set.of("player"), groups(after.getString("accessToken")));
        await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> given().auth()
                .oauth2(before.getString("accessToken"))
                .contentType("application/octet-stream")
                .body("#Q What?\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(401));
    }

    @Test
    void twiceIsOnce() {
        TestPlayer ada = TestPlayer.with("author");

        Operator.asks().put(path(ada, "author")).then().statusCode(204);

        ada.asks().get("/v1/me").then().statusCode(200);
        assertEquals(
                1,
                rows("SELECT COUNT(*) FROM revocation WHERE renewable = 1 AND player_id = x'"
                        + ada.id().replace("-", "") + "'"));
        Operator.asks().delete(path(ada, "author")).then().statusCode(204);
        Operator.asks().delete(path(ada, "author")).then().statusCode(204);
    }

    @Test
    void anAdminSeesWhoGaveARole() {
        TestPlayer admin = TestPlayer.with("admin");
        TestPlayer ada = TestPlayer.register("Ada");
        admin.asks().put(path(ada, "author")).then().statusCode(204);

        admin.asks()
                .get("/v1/admin/players/" + ada.id() + "/roles")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].role", equalTo("author"))
                .body("items[0].grantedBy", equalTo(admin.id()))
                .body("items[0].grantedAt", notNullValue());
    }

    @Test
    void whoIsNotThereGetsNoRoleAndNobodyOneThatIsNone() {
        TestPlayer ada = TestPlayer.register("Ada");

        Operator.asks()
                .put("/v1/admin/players/" + UUID.randomUUID() + "/roles/author")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        for (String none : List.of("player", "king", "ADMIN")) {
            Operator.asks().put(path(ada, none)).then().statusCode(404).body("code", equalTo("no-such-role"));
        }
    }

    @Test
    void theLastAdminStaysOne() {
        TestPlayer last = TestPlayer.with("admin");

        last.asks().delete(path(last, "admin")).then().statusCode(409).body("code", equalTo("last-admin"));
        last.asks()
                .post("/v1/players/" + last.id() + "/revocation")
                .then()
                .statusCode(409)
                .body("code", equalTo("last-admin"));

        assertEquals(Set.of("admin", "player"), groups(last.signedIn().token()));
    }

    @Test
    void ofTwoAdminsWhoTakeEachOthersRoleOneStays() {
        for (int i = 0; i < 5; i++) {
            nobodyHasARole();
            TestPlayer one = TestPlayer.with("admin");
            TestPlayer other = TestPlayer.with("admin");

            List<Integer> answers = Stream.of(
                            CompletableFuture.supplyAsync(() -> one.asks().delete(path(other, "admin"))),
                            CompletableFuture.supplyAsync(() -> other.asks().delete(path(one, "admin"))))
                    .toList()
                    .stream()
                    .map(answer -> answer.join().statusCode())
                    .sorted()
                    .toList();

            assertEquals(List.of(204, 409), answers);
            assertEquals(1, rows("SELECT COUNT(*) FROM player_role WHERE role = 'admin'"));
        }
    }

    @Test
    void whoIsPutOutLosesEveryRole() {
        TestPlayer.with("admin");
        TestPlayer other = TestPlayer.with("admin");

        Operator.asks().post("/v1/players/" + other.id() + "/revocation").then().statusCode(204);

        assertEquals(1, rows("SELECT COUNT(*) FROM player_role"));
    }

    @Test
    void noTokenWithATakenRoleIsYoungerThanTheRevocation() {
        TestPlayer ada = TestPlayer.register("Ada");
        for (int i = 0; i < 10; i++) {
            Operator.asks().put(path(ada, "author")).then().statusCode(204);
            CompletableFuture<JsonPath> meanwhile = CompletableFuture.supplyAsync(() -> tokensOf(ada));

            Operator.asks().delete(path(ada, "author")).then().statusCode(204);

            String token = meanwhile.join().getString("accessToken");
            if (groups(token).contains("author")) {
                await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> given().auth()
                        .oauth2(token)
                        .get("/v1/me")
                        .then()
                        .statusCode(401));
            }
            assertNotEquals(Set.of("author", "player"), groups(tokensOf(ada).getString("accessToken")));
        }
    }

    private long rows(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
