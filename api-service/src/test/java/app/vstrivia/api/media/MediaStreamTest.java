package app.vstrivia.api.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.media.picture.TestPictures;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.id.PlayerId;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to a picture is told on its stream, step by step. */
@ApiTest
class MediaStreamTest {
    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    @Inject
    RemovalJob removal;

    private Tables tables;
    private TestPlayer ada;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.with("author");
    }

    @Test
    void theOwnerMayWatchAPictureFromItsArrivalToItsEnd() {
        byte[] file = TestPictures.unique("png");
        String id = TestMedia.picture(ada, file);
        String stream = "media:" + id;
        assertEquals(List.of(ada.id()), readers(stream));
        TestMedia.done(ada, id);
        assertEquals(List.of("media-arrived", "media-ready"), tables.events(stream));
        assertEquals(Map.of("review", "pending"), last(stream));
        assertEquals(Map.of("kind", "picture", "bytes", file.length), new JsonPath(payload(stream, 1)).getMap("$"));

        decide(id, "approved");
        assertEquals(Map.of("review", "approved"), last(stream));
        TestMedia.picture(ada, file); // again, which is nothing new
        decide(id, "refused");
        assertEquals(Map.of("review", "refused"), last(stream));
        ada.asks().delete("/v1/media/" + id).then().statusCode(204);

        assertEquals(
                List.of("media-arrived", "media-ready", "media-reviewed", "media-reviewed", "media-removed"),
                tables.events(stream));
        removal.run(RemovalJob.streamOf(UUID.fromString(id)));
        assertEquals(List.of(), tables.events(stream));
        assertEquals(List.of(), readers(stream));
        assertEquals(stream, new JsonPath(tables.lastEvent("player:" + ada.id())).getString("stream"));
        removal.run(RemovalJob.streamOf(UUID.fromString(id))); // once more, as after a crash
    }

    @Test
    void whatIsNothingThatWeTakeIsToldWithTheReason() {
        byte[] whole = TestPictures.unique("png");
        String id = TestMedia.picture(ada, Arrays.copyOf(whole, whole.length / 2));

        JsonPath refused = TestMedia.done(ada, id);

        assertEquals("refused", refused.getString("status"));
        assertEquals(List.of("media-arrived", "media-refused"), tables.events("media:" + id));
        assertEquals(Map.of("reason", refused.getString("refusal")), last("media:" + id));
    }

    @Test
    void aVideoHasItsStreamBeforeItArrives() {
        String id = ada.asks()
                .body(Map.of("type", "video/mp4", "bytes", 500))
                .post("/v1/media/videos")
                .then()
                .statusCode(201)
                .extract()
                .path("medium.id");

        assertEquals(List.of(ada.id()), readers("media:" + id));
        assertEquals(List.of(), tables.events("media:" + id));
    }

    @Test
    void whatTheVersionBeforeTookGetsItsStreamWithTheNextThing() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, id);
        transactions
                .run(transaction -> MediaStreams.close(transaction, UUID.fromString(id)))
                .await()
                .indefinitely();

        decide(id, "approved");

        assertEquals(List.of("media-reviewed"), tables.events("media:" + id));
        assertEquals(List.of(ada.id()), readers("media:" + id));
        assertTrue(tables.events("player:" + ada.id()).contains("medium-changed"));
    }

    private Map<String, Object> last(String stream) {
        return new JsonPath(tables.lastEvent(stream)).getMap("$");
    }

    private String payload(String stream, int seq) {
        return pool.preparedQuery("SELECT payload FROM change_event WHERE stream_id = ? AND seq = ?")
                .execute(Tuple.of(stream, seq))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }

    private List<String> readers(String stream) {
        return pool
                .preparedQuery("SELECT player_id FROM stream_reader WHERE stream_id = ?")
                .execute(Tuple.of(stream))
                .await()
                .indefinitely()
                .stream()
                .map(row -> PlayerId.of(row.getBuffer(0)).toString())
                .toList();
    }

    private static void decide(String medium, String decision) {
        TestPlayer.with("moderator")
                .asks()
                .body(Map.of("decision", decision))
                .put("/v1/reviews/" + medium)
                .then()
                .statusCode(204);
    }
}
