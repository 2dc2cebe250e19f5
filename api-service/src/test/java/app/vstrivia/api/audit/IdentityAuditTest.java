package app.vstrivia.api.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.vstrivia.api.platform.origin.Origin;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FakeIssuers;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.TestIdentity;
import app.vstrivia.api.support.TestPlayer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is noted of people and of those who are not let in. */
@ApiTest
@WithTestResource(value = FakeIssuers.class, scope = TestResourceScope.GLOBAL)
class IdentityAuditTest {
    private static JsonPath find(Map<String, ?> query) {
        return Operator.asks()
                .queryParams(query)
                .get("/v1/admin/audit")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void putOut(TestPlayer player) {
        Operator.asks()
                .post("/v1/players/" + player.id() + "/revocation")
                .then()
                .statusCode(204);
    }

    @Test
    void anIdTokenThatIsUsedTwiceIsNoted() {
        String token = TestIdentity.at("acme").token();
        TestIdentity.signIn("acme", token, "Ada").then().statusCode(201);
        TestIdentity.signIn("acme", token, "Ada").then().statusCode(401);

        JsonPath found = find(Map.of("action", "sign-in-refused", "limit", 1));

        assertEquals("nonce", found.getString("items[0].details.reason"));
        assertEquals("acme", found.getString("items[0].details.provider"));
    }

    @Test
    void whoWasPutOutAndComesAgainIsNoted() {
        TestIdentity identity = TestIdentity.at("acme");
        TestPlayer ada = identity.becomes("Ada");
        putOut(ada);
        identity.signsIn(null).then().statusCode(403);

        JsonPath found = find(Map.of("action", "sign-in-refused", "subject", "player:" + ada.id()));

        assertEquals("put-out", found.getString("items[0].details.reason"));
    }

    @Test
    void aDeviceThatMakesRoomIsNoted() {
        TestIdentity identity = TestIdentity.at("acme");
        TestPlayer ada = identity.becomes("Ada");
        for (int i = 0; i < 10; i++) {
            identity.signsIn(null).then().statusCode(201);
        }

        JsonPath found = find(Map.of("action", "device-revoked", "subject", "device:" + ada.deviceId()));

        assertEquals(List.of(ada.id()), found.getList("items.actor"));
        assertEquals("too-many-devices", found.getString("items[0].details.reason"));
    }

    @Test
    void aSecretThatIsReplacedIsNoted() {
        TestPlayer ada = TestPlayer.register("Ada");
        ada.asks()
                .body(Map.of("secret", ada.secret()))
                .post("/v1/me/devices/current/secret")
                .then()
                .statusCode(200);

        JsonPath found = find(Map.of("action", "secret-replaced", "subject", "device:" + ada.deviceId()));

        assertEquals(List.of(ada.id()), found.getList("items.actor"));
    }

    @Test
    void anIdentityThatIsNotLinkedIsNoted() {
        TestIdentity identity = TestIdentity.at("acme");
        TestPlayer ada = identity.becomes("Ada");
        TestPlayer guest = TestPlayer.register("Guest");
        identity.isLinkedBy(guest).then().statusCode(409);
        putOut(ada);
        identity.isLinkedBy(guest).then().statusCode(403);

        JsonPath found = find(Map.of("action", "identity-link-refused", "actor", guest.id()));

        assertEquals(List.of("put-out", "identity-taken"), found.getList("items.details.reason"));
        assertEquals(List.of("player:" + ada.id(), "player:" + guest.id()), found.getList("items.subject"));
    }

    @Test
    void rolesThatGoWithTheirPlayerAreNoted() {
        TestPlayer putOut = TestPlayer.with("author");
        putOut(putOut);
        TestPlayer leaves = TestPlayer.with("moderator");
        leaves.asks().delete("/v1/me").then().statusCode(202);
        TestIdentity identity = TestIdentity.at("acme");
        identity.becomes("Ada");
        TestPlayer guest = TestPlayer.with("author");
        String token =
                identity.isLinkedBy(guest).then().statusCode(409).extract().path("merge.token");
        guest.asks()
                .body(Map.of("token", token, "secret", guest.secret()))
                .post("/v1/me/merge")
                .then()
                .statusCode(200);

        assertTaken(putOut, "author", "player-revoked");
        assertTaken(leaves, "moderator", "erasure-requested");
        assertTaken(guest, "author", "players-merged");
    }

    private static void assertTaken(TestPlayer player, String role, String reason) {
        JsonPath found = find(Map.of("action", "role-taken", "subject", "player:" + player.id()));
        assertEquals(List.of(Map.of("role", role, "reason", reason)), found.getList("items.details"));
    }

    @Test
    void anOperatorIsADetail() {
        AuditEntry entry = new AuditEntry(AuditAction.ROLE_GRANTED, null, null, Origin.INSIDE, Map.of())
                .by(new Actor(null, "launcher"));

        assertNull(entry.actor());
        assertEquals(Map.of("operator", "launcher"), entry.details());
    }
}
