package app.vstrivia.api.media;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.vstrivia.api.media.picture.TestPictures;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.platform.storage.PublicFiles;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FakeIssuers;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestDeparture;
import app.vstrivia.api.support.TestIdentity;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.id.PlayerId;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures as they go: deleted, swept, erased with their owners, or to another one. */
@ApiTest
@WithTestResource(value = FakeIssuers.class, scope = TestResourceScope.GLOBAL)
class PictureRemovalTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    PrivateFiles bucket;

    @Inject
    MediaStore store;

    @Inject
    PublicFiles copies;

    @Inject
    RemovalJob removal;

    @Inject
    SweepJob sweep;

    @Inject
    Library library;

    @Inject
    Pool pool;

    private Tables tables;
    private TestPlayer ada;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.with("author");
    }

    @Test
    void whatIsDeletedIsGoneWithItsFiles() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));
        String url = TestMedia.done(ada, id).getString("files[0].url");

        ada.asks().delete("/v1/media/" + id).then().statusCode(204);

        ada.asks().get("/v1/media/" + id).then().statusCode(404);
        await().atMost(SOON).until(() -> TestMedia.fetch(url).statusCode() == 404);
        assertNull(TestReviews.waiting(moderator(), id));
    }

    @Test
    void whatIsDeletedWhileItIsWorkedOnLeavesNothing() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));

        ada.asks().delete("/v1/media/" + id).then().statusCode(204);

        await().during(Duration.ofMillis(700))
                .atMost(SOON)
                .until(() -> !isInBucket(id, "320.webp") && !isInBucket(id, "original"));
    }

    @Test
    void whatComesAfterItWasDeletedGoesAnHourLater() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));

        ada.asks().delete("/v1/media/" + id).then().statusCode(204);

        assertEquals(
                1L,
                tables.row(
                                "SELECT COUNT(*) FROM job WHERE task_name = 'medium-removal' AND task_instance = CONCAT('"
                                        + id + "', '/original') AND execution_time > NOW(6) + INTERVAL 50 MINUTE"
                                        + " AND ? IS NOT NULL",
                                id)
                        .getLong(0));
    }

    @Test
    void aCopyThatIsMadeWhileItIsTakenAwayDoesNotStay() {
        String gone = TestMedia.picture(ada, TestPictures.unique("png"));
        String kept = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, gone);
        TestMedia.done(ada, kept);
        ada.asks().delete("/v1/media/" + gone).then().statusCode(204);
        for (String id : List.of(gone, kept)) {
            copies.put("media/" + id + "/0123456789abcdef-320.jpg", new byte[] {1}, "image/jpeg");
        }

        removal.run(gone + "/original");
        removal.run(kept + "/original");

        assertEquals(404, copyOf(gone));
        assertEquals(200, copyOf(kept), "it is only known that its file may have come once more");
    }

    private int copyOf(String id) {
        return TestMedia.fetch(
                        copies.url("media/" + id + "/0123456789abcdef-320.jpg").toString())
                .statusCode();
    }

    @ParameterizedTest
    @CsvSource({"uploaded", "processing"})
    void whatNobodyCouldFinishIsSwept(String status) {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, id);
        tables.execute(
                "UPDATE medium SET status = '" + status + "', changed_at = NOW(6) - INTERVAL 6 DAY WHERE id = ?", id);
        sweep.run("all");
        assertEquals(status, TestMedia.view(ada, id).getString("status"));

        tables.execute("UPDATE medium SET changed_at = NOW(6) - INTERVAL 8 DAY WHERE id = ?", id);
        sweep.run("all");

        ada.asks().get("/v1/media/" + id).then().statusCode(404);
    }

    @Test
    void anUploadThatBrokeOffIsTakenUpByTheNextOneOrSwept() {
        byte[] file = TestPictures.unique("png");
        String id = TestMedia.picture(ada, file);
        TestMedia.done(ada, id);
        tables.execute("UPDATE medium SET status = 'awaiting' WHERE id = ?", id);
        tables.execute("DELETE FROM medium_file WHERE medium_id = ?", id);

        assertEquals(id, TestMedia.picture(ada, file));
        assertEquals("ready", TestMedia.done(ada, id).getString("status"));

        tables.execute("UPDATE medium SET status = 'awaiting', changed_at = NOW(6) - INTERVAL 3 HOUR WHERE id = ?", id);
        sweep.run("all");
        ada.asks().get("/v1/media/" + id).then().statusCode(404);
    }

    @Test
    void aFileThatComesOnceMoreWhenAllIsDoneDoesNotStay(@TempDir Path place) throws IOException {
        byte[] file = TestPictures.unique("png");
        String id = TestMedia.picture(ada, file);
        TestMedia.done(ada, id);
        await().atMost(SOON).until(() -> !isInBucket(id, "original"));
        bucket.put("media/" + id + "/original", Files.write(place.resolve("again"), file), "image/png");

        library.arrived(UUID.fromString(id), "picture").await().indefinitely();

        await().atMost(SOON).until(() -> !isInBucket(id, "original"));
        assertEquals("ready", TestMedia.view(ada, id).getString("status"));
    }

    @Test
    void whoIsErasedLeavesNoPicture() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));
        String url = TestMedia.done(ada, id).getString("files[0].url");
        ada.asks().delete("/v1/me").then().statusCode(202);
        TestDeparture.letAWorkerComeAfterAWeek(pool, ada);

        await().atMost(SOON).until(() -> TestMedia.fetch(url).statusCode() == 404);

        assertEquals(List.of(), store.of(PlayerId.parse(ada.id()), 10).await().indefinitely());
    }

    @Test
    void whoBecomesPartOfAnotherBringsThePictures() {
        TestIdentity identity = TestIdentity.at("acme");
        TestPlayer kept = asAuthor(identity.becomes("Ada"));
        TestPlayer guest = TestPlayer.with("author");
        byte[] both = TestPictures.unique("png");
        String mine = TestMedia.picture(kept, both);
        String same = TestMedia.picture(guest, both);
        String other = TestMedia.picture(guest, TestPictures.unique("png"));
        String offer =
                identity.isLinkedBy(guest).then().statusCode(409).extract().path("merge.token");

        guest.asks()
                .body(Map.of("token", offer, "secret", guest.secret()))
                .post("/v1/me/merge")
                .then()
                .statusCode(200);

        kept.asks().get("/v1/media").then().body("items.id", equalTo(List.of(other, same, mine)));
        assertEquals(mine, TestMedia.picture(kept, both));
    }

    private static TestPlayer asAuthor(TestPlayer player) {
        Operator.asks()
                .put("/v1/admin/players/" + player.id() + "/roles/author")
                .then()
                .statusCode(204);
        return player.signedIn();
    }

    private boolean isInBucket(String id, String name) {
        return bucket.size("media/" + id + "/" + name).isPresent();
    }

    private static TestPlayer moderator() {
        return TestPlayer.with("moderator");
    }
}
