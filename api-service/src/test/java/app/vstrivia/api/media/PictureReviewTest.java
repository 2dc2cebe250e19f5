package app.vstrivia.api.media;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.vstrivia.api.media.picture.TestPictures;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees pictures before and after moderators decided on them. */
@ApiTest
class PictureReviewTest {
    @Inject
    SweepJob sweep;

    @Inject
    Pool pool;

    private Tables tables;
    private TestPlayer ada;
    private TestPlayer bob;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.with("author");
        bob = TestPlayer.register("Bob");
    }

    @Test
    void onlyTheOwnerSeesItUntilItIsApproved() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, id);
        bob.asks().get("/v1/media/" + id).then().statusCode(404);

        decide(id, "approved");
        JsonPath seen = TestMedia.view(bob, id);
        assertEquals("approved", seen.getString("review"));
        TestMedia.fetch(seen.getString("files[0].url")).then().statusCode(200);

        decide(id, "refused");
        assertEquals(
                List.of("medium-changed", "medium-changed", "medium-changed"), tables.events("player:" + ada.id()));
        assertEquals(
                Map.of("medium", id, "status", "ready", "review", "refused"),
                new JsonPath(tables.lastEvent("player:" + ada.id())).getMap("$"));
        bob.asks().get("/v1/media/" + id).then().statusCode(404);
        assertEquals("refused", TestMedia.view(ada, id).getString("review"));
        bob.asks().delete("/v1/media/" + id).then().statusCode(404);
    }

    @Test
    void moderatorsSeeWhatWaitsAndTheirDecisionsAreInTheAudit() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, id);
        TestPlayer moderator = moderator();

        JsonPath queue = TestReviews.waiting(moderator, id);
        assertEquals("picture", queue.getString("kind"));
        assertEquals("pending", queue.getString("status"));
        TestMedia.fetch(queue.getString("preview"))
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("image/jpeg"));

        moderator
                .asks()
                .body(Map.of("decision", "refused", "reason", "Not a holiday"))
                .put("/v1/reviews/" + id)
                .then()
                .statusCode(204);

        assertNull(TestReviews.waiting(moderator, id));
        TestPlayer.with("admin")
                .asks()
                .get("/v1/admin/audit?action=review-decided&actor=" + moderator.id())
                .then()
                .statusCode(200)
                .body("items[0].details.thing", equalTo(id))
                .body("items[0].details.decision", equalTo("refused"))
                .body("items[0].details.reason", equalTo("Not a holiday"));
        moderator
                .asks()
                .body(Map.of("decision", "approved"))
                .put("/v1/reviews/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        moderator.asks().get("/v1/reviews?status=odd").then().statusCode(400);
        ada.asks().get("/v1/reviews").then().statusCode(403);
    }

    @Test
    void whatModerationRefusedHasNoLinksAndIsSweptLater() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));
        assertEquals(4, TestMedia.done(ada, id).getList("files").size());

        decide(id, "refused");

        assertEquals(List.of(), TestMedia.view(ada, id).getList("files"));
        tables.execute("UPDATE review SET decided_at = NOW(6) - INTERVAL 29 DAY WHERE id = ?", id);
        sweep.run("all");
        assertEquals("refused", TestMedia.view(ada, id).getString("review"));
        tables.execute("UPDATE review SET decided_at = NOW(6) - INTERVAL 31 DAY WHERE id = ?", id);
        sweep.run("all");
        ada.asks().get("/v1/media/" + id).then().statusCode(404);
    }

    @Test
    void nobodyDecidesOnWhatIsHisOwn() {
        TestPlayer both = TestPlayer.with("author");
        Operator.asks()
                .put("/v1/admin/players/" + both.id() + "/roles/moderator")
                .then()
                .statusCode(204);
        TestPlayer author = both.signedIn();
        String id = TestMedia.picture(author, TestPictures.unique("png"));
        TestMedia.done(author, id);

        author.asks()
                .body(Map.of("decision", "approved"))
                .put("/v1/reviews/" + id)
                .then()
                .statusCode(403)
                .body("code", equalTo("own-thing"));

        assertEquals("pending", TestMedia.view(author, id).getString("review"));
        decide(id, "approved");
        assertEquals("approved", TestMedia.view(author, id).getString("review"));
    }

    private static void decide(String id, String decision) {
        moderator()
                .asks()
                .body(Map.of("decision", decision, "reason", "Looked at it"))
                .put("/v1/reviews/" + id)
                .then()
                .statusCode(204);
    }

    private static TestPlayer moderator() {
        return TestPlayer.with("moderator");
    }
}
