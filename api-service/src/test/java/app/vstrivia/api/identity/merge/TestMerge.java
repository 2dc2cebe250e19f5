package app.vstrivia.api.identity.merge;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import app.vstrivia.api.support.TestIdentity;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;

/** A player who has an identity, and a guest who turns out to have the same. */
record TestMerge(TestIdentity identity, TestPlayer ada, TestPlayer guest) {

    static TestMerge ofTwo() {
        TestIdentity identity = TestIdentity.at("acme");
        return new TestMerge(identity, identity.becomes("Ada"), TestPlayer.register("Guest"));
    }

    JsonPath offer() {
        return identity.isLinkedBy(guest)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("identity-taken"))
                .body("merge.expiresAt", notNullValue())
                .extract()
                .jsonPath();
    }

    static Response confirm(TestPlayer player, String token) {
        return player.asks()
                .body(Map.of("token", token, "secret", player.secret()))
                .post("/v1/me/merge");
    }

    JsonPath confirmed() {
        return confirm(guest, offer().getString("merge.token"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }

    /** The guest's device as the player's. */
    TestPlayer guestAs(JsonPath merged) {
        return new TestPlayer(
                merged.getString("playerId"),
                guest.deviceId(),
                guest.secret(),
                merged.getString("name"),
                merged.getString("tokens.accessToken"));
    }
}
