package app.vstrivia.api.identity.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FakeIssuers;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestIdentity;
import app.vstrivia.api.support.TestPlayer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
@WithTestResource(value = FakeIssuers.class, scope = TestResourceScope.GLOBAL)
class IdentityLinksTest {
    private static final String IDENTITIES = "/v1/me/identities";

    @Inject
    Pool pool;

    private TestPlayer guest;
    private TestIdentity identity;

    @BeforeEach
    void register() {
        guest = TestPlayer.register("Guest");
        identity = TestIdentity.at("globex");
    }

    @Test
    void aGuestLinksAnIdentityAndComesBackWithIt() {
        identity.isLinkedBy(guest)
                .then()
                .statusCode(201)
                .body("provider", equalTo("globex"))
                .body("linkedAt", matchesPattern("\\d{4}-.*Z"))
                .body(not(containsString(identity.subject())));

        guest.asks().get(IDENTITIES).then().statusCode(200).body("provider", contains("globex"));
        identity.signsIn(null).then().statusCode(201).body("playerId", equalTo(guest.id()));
    }

    @Test
    void linkingTwiceIsLinkingOnce() {
        String first =
                identity.isLinkedBy(guest).then().statusCode(201).extract().path("identityId");

        identity.isLinkedBy(guest).then().statusCode(201).body("identityId", equalTo(first));

        guest.asks().get(IDENTITIES).then().body("identityId", contains(first));
    }

    @Test
    void replayedNonce() {
        Map<String, String> body = Map.of("provider", "globex", "idToken", identity.token(), "secret", guest.secret());
        guest.asks().body(body).post(IDENTITIES).then().statusCode(201);

        guest.asks().body(body).post(IDENTITIES).then().statusCode(401).body("code", equalTo("id-token-refused"));
    }

    @Test
    void anUnlinkedIdentityIsFreeAndTheDeviceGoesOn() {
        String id = identity.isLinkedBy(guest).then().extract().path("identityId");

        guest.asks().delete(IDENTITIES + "/" + id).then().statusCode(204);

        guest.asks().get(IDENTITIES).then().statusCode(200).body("$", empty());
        guest.asks().delete(IDENTITIES + "/" + id).then().statusCode(404).body("code", equalTo("not-found"));
        identity.signsIn("Somebody new").then().statusCode(201).body("newPlayer", equalTo(true));
    }

    @Test
    void theOtherDevicesAreTold() {
        Tables tables = new Tables(pool);
        String stream = "player:" + guest.id();

        String id = identity.isLinkedBy(guest).then().extract().path("identityId");
        assertEquals("{\"identity\":\"" + id + "\",\"provider\":\"globex\"}", tables.lastEvent(stream));
        identity.isLinkedBy(guest).then().statusCode(201);
        guest.asks().delete(IDENTITIES + "/" + id).then().statusCode(204);

        assertEquals(List.of("identity-linked", "identity-unlinked"), tables.events(stream));
    }

    @Test
    void anotherPlayersIdentityIsNotThere() {
        String id = identity.isLinkedBy(guest).then().extract().path("identityId");
        TestPlayer eve = TestPlayer.register("Eve");

        eve.asks().delete(IDENTITIES + "/" + id).then().statusCode(404);
        eve.asks().delete(IDENTITIES + "/" + UUID.randomUUID()).then().statusCode(404);
        guest.asks().get(IDENTITIES).then().body("identityId", contains(id));
    }

    @Test
    void aPlayerHasTenIdentitiesAtMost() {
        for (int i = 0; i < 10; i++) {
            TestIdentity.at("acme").isLinkedBy(guest).then().statusCode(201);
        }

        identity.isLinkedBy(guest).then().statusCode(409).body("code", equalTo("too-many-identities"));
    }

    @Test
    void nobodyLinksWithoutAToken() {
        given().get(IDENTITIES).then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("provider", "globex", "idToken", identity.token()))
                .post(IDENTITIES)
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
        given().contentType(ContentType.JSON)
                .body(Map.of("token", "x"))
                .post("/v1/me/merge")
                .then()
                .statusCode(401);
    }
}
