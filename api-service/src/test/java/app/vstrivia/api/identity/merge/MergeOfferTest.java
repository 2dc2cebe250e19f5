package app.vstrivia.api.identity.merge;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FakeIssuers;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestIdentity;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestRoom;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may take an offer to become one, and until when. */
@ApiTest
@WithTestResource(value = FakeIssuers.class, scope = TestResourceScope.GLOBAL)
class MergeOfferTest {
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

    @Test
    void noMergeWhileTheGuestPlaysOrHosts() {
        TestRoom room = TestRoom.open(TestPlayer.register("Host"));
        guest.asks()
                .body(Map.of("pin", room.pin()))
                .post("/v1/rooms/join")
                .then()
                .statusCode(200);
        String token = pair.offer().getString("merge.token");

        TestMerge.confirm(guest, token).then().statusCode(409).body("code", equalTo("match-running"));
        tables.setMatch(room.match(), "phase = 'finished', phase_ends_at = NULL, pin = NULL");
        TestRoom own = TestRoom.open(guest);
        TestMerge.confirm(guest, token).then().statusCode(409).body("code", equalTo("match-running"));
        tables.setMatch(own.match(), "phase = 'finished', phase_ends_at = NULL, pin = NULL");

        TestMerge.confirm(guest, token).then().statusCode(200);
    }

    @Test
    void theExistingPlayerMayBePlaying() {
        TestRoom room = TestRoom.open(TestPlayer.register("Host"));
        ada.asks().body(Map.of("pin", room.pin())).post("/v1/rooms/join").then().statusCode(200);

        pair.confirmed();

        ada.asks().get("/v1/matches/" + room.match()).then().statusCode(200);
    }

    @Test
    void anOfferIsGoodOnceForItsGuestAndForAWhile() {
        String token = pair.offer().getString("merge.token");
        TestPlayer eve = TestPlayer.register("Eve");
        TestMerge.confirm(eve, token).then().statusCode(403).body("code", equalTo("merge-refused"));
        TestMerge.confirm(ada, token).then().statusCode(403);
        TestMerge.confirm(guest, "made-up").then().statusCode(403);
        tables.execute("UPDATE merge_offer SET expires_at = NOW(6) - INTERVAL 1 SECOND WHERE guest_id = ?", guest.id());
        TestMerge.confirm(guest, token).then().statusCode(403);

        String next = pair.offer().getString("merge.token");
        TestMerge.confirm(guest, next).then().statusCode(200);
        TestMerge.confirm(guest, next).then().statusCode(anyOf(equalTo(401), equalTo(403)));
    }

    @Test
    void aLaterOfferReplacesTheOneBefore() {
        String first = pair.offer().getString("merge.token");
        String second = pair.offer().getString("merge.token");

        TestMerge.confirm(guest, first).then().statusCode(403);
        TestMerge.confirm(guest, second).then().statusCode(200);
    }

    @Test
    void unlinkingTheIdentityVoidsTheOffer() {
        String token = pair.offer().getString("merge.token");
        String id = ada.asks().get("/v1/me/identities").jsonPath().getString("identityId[0]");
        ada.asks().delete("/v1/me/identities/" + id).then().statusCode(204);

        TestMerge.confirm(guest, token).then().statusCode(403).body("code", equalTo("merge-refused"));
        guest.asks().get("/v1/me").then().statusCode(200);
    }

    @Test
    void nobodyLinksAnythingToAGuestWhoIsNoMore() {
        pair.confirmed();

        // As long as the token was not yet found to be void.
        TestIdentity.at("globex").isLinkedBy(guest).then().statusCode(401);
    }

    @Test
    void nobodyIsMergedIntoAPlayerWhoWasPutOut() {
        String token = pair.offer().getString("merge.token");
        tables.execute("UPDATE player SET put_out_at = NOW(6) WHERE id = ?", ada.id());

        TestMerge.confirm(guest, token).then().statusCode(403).body("code", equalTo("put-out"));
        identity.isLinkedBy(guest).then().statusCode(403).body("code", equalTo("put-out"));
    }
}
