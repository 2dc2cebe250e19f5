package app.vstrivia.api.identity.signin;

import static app.vstrivia.api.support.TestIdentity.nonce;
import static app.vstrivia.api.support.TestIdentity.signIn;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FakeIssuer;
import app.vstrivia.api.support.FakeIssuers;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestIdentity;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
@WithTestResource(value = FakeIssuers.class, scope = TestResourceScope.GLOBAL)
class SignInTest {
    @Inject
    Pool pool;

    private Tables tables;
    private TestIdentity ada;

    @BeforeEach
    void start() {
        tables = new Tables(pool);
        ada = TestIdentity.at("acme");
    }

    private static void assertRefused(Response response) {
        response.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("id-token-refused"))
                .body(not(containsString("nonce")));
    }

    @Test
    void anUnknownIdentityBecomesANewPlayer() {
        JsonPath answer = ada.signsIn("  Ada   L. ")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("name", equalTo("Ada L."))
                .body("newPlayer", equalTo(true))
                .body("secret", matchesPattern("[A-Za-z0-9_-]{43}"))
                .extract()
                .jsonPath();

        TestPlayer player = TestIdentity.player(answer);
        player.asks().get("/v1/me").then().statusCode(200).body("playerId", equalTo(player.id()));
        player.asks().get("/v1/me/identities").then().body("provider", contains("acme"));
        player.asks().get("/v1/me/devices").then().body("name", contains("New phone"));
        given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", answer.getString("tokens.refreshToken")))
                .post("/v1/tokens/refresh")
                .then()
                .statusCode(200)
                .body("playerId", equalTo(player.id()));
    }

    @Test
    void whoLostADeviceComesBackOnANewOneAndTheOthersAreTold() {
        TestPlayer before = ada.becomes("Ada");

        JsonPath answer = ada.signsIn(null)
                .then()
                .statusCode(201)
                .body("playerId", equalTo(before.id()))
                .body("name", equalTo("Ada"))
                .body("newPlayer", equalTo(false))
                .extract()
                .jsonPath();

        assertNotEquals(before.deviceId(), answer.getString("deviceId"));
        assertEquals(List.of("device-added"), tables.events("player:" + before.id()));
        before.asks().get("/v1/me/devices").then().body("deviceId", hasSize(2));
    }

    @Test
    void anUnknownIdentityWithoutANameKeepsItsToken() {
        String token = ada.token();
        signIn("acme", token, null)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("violations[0].field", equalTo("name"));

        signIn("acme", token, "Ada").then().statusCode(201);
    }

    @Test
    void manyTokensOfOneIdentityAtOnceMakeOnePlayer() {
        List<String> tokens = IntStream.range(0, 6).mapToObj(i -> ada.token()).toList();

        List<CompletableFuture<String>> players = tokens.stream()
                .map(token -> CompletableFuture.supplyAsync(() -> signIn("acme", token, "Ada")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("playerId")))
                .toList();

        assertEquals(
                1,
                players.stream()
                        .map(CompletableFuture::join)
                        .collect(Collectors.toSet())
                        .size());
    }

    @Test
    void tokenOfAnotherConfiguredProvider() {
        TestIdentity elsewhere = new TestIdentity("globex", ada.subject());

        assertRefused(signIn("acme", elsewhere.token(), "Ada"));
        String here = ada.becomes("Ada").id();
        String there = elsewhere.becomes("Other Ada").id();
        assertNotEquals(here, there);
    }

    @Test
    void anUnknownProviderIsNotThere() {
        for (String name : List.of("nobody", "..", "a".repeat(300))) {
            given().contentType(ContentType.JSON)
                    .body(Map.of("idToken", "x.y.z"))
                    .pathParam("provider", name)
                    .post("/v1/sign-in/{provider}")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void aBodyWithoutATokenOrWithAHugeOneIsInvalid() {
        signIn("acme", "", "Ada").then().statusCode(400).body("code", equalTo("invalid"));
        signIn("acme", "x".repeat(8_193), "Ada").then().statusCode(400).body("code", equalTo("invalid"));
    }

    @Test
    void theEleventhDeviceTakesThePlaceOfTheOneNotUsedForTheLongestTime() {
        TestPlayer first = ada.becomes("Ada");
        for (int i = 0; i < 9; i++) {
            ada.signsIn(null).then().statusCode(201);
        }

        TestPlayer last = TestIdentity.player(
                ada.signsIn(null).then().statusCode(201).extract().jsonPath());

        last.asks()
                .get("/v1/me/devices")
                .then()
                .body("deviceId", hasSize(10))
                .body("deviceId", hasItem(last.deviceId()))
                .body("deviceId", not(hasItem(first.deviceId())));
        given().contentType(ContentType.JSON)
                .body(Map.of("deviceId", first.deviceId(), "secret", first.secret()))
                .post("/v1/tokens")
                .then()
                .statusCode(401);
    }

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void whoWasPutOutDoesNotComeBackInWithAnIdentity() {
        TestPlayer player = ada.becomes("Ada");
        given().post("/v1/players/" + player.id() + "/revocation").then().statusCode(204);

        ada.signsIn(null).then().statusCode(403).body("code", equalTo("put-out"));
    }

    @Test
    void everySignInIsRecorded() {
        TestPlayer player = ada.becomes("Ada");
        given().contentType(ContentType.JSON)
                .body(Map.of("deviceId", player.deviceId(), "secret", player.secret()))
                .post("/v1/tokens")
                .then()
                .statusCode(200);

        List<String> logins = pool
                .preparedQuery("SELECT method, address, device_id, logged_in_at > NOW(6) - INTERVAL 1 MINUTE AS lately"
                        + " FROM login WHERE player_id = UNHEX(REPLACE(?, '-', '')) ORDER BY id")
                .execute(Values.of(player.id()))
                .await()
                .indefinitely()
                .stream()
                .map(SignInTest::text)
                .toList();

        String device = player.deviceId();
        assertEquals(List.of("acme 127.0.0.1 1 " + device, "device-secret 127.0.0.1 1 " + device), logins);
    }

    private static String text(Row row) {
        return row.getString("method") + " " + row.getString("address") + " " + row.getInteger("lately") + " "
                + UuidV7.fromBuffer(row.getBuffer("device_id"));
    }

    @Test
    void aRefusedSignInIsNotRecorded() {
        TestPlayer player = TestPlayer.register("Careful");
        given().contentType(ContentType.JSON)
                .body(Map.of("deviceId", player.deviceId(), "secret", "wrong"))
                .post("/v1/tokens")
                .then()
                .statusCode(401);

        assertEquals(
                1L,
                tables.row("SELECT COUNT(*) FROM login WHERE player_id = ?", player.id())
                        .getLong(0));
    }

    @Test
    void theAudienceMayBeAnyOfOurClients() {
        JwtClaims claims = ada.issuer().claims(ada.subject(), nonce());
        claims.setAudience(FakeIssuer.OTHER_CLIENT);

        signIn("acme", ada.issuer().signed(claims, ada.issuer().ec()), "Ada")
                .then()
                .statusCode(201);
    }
}
