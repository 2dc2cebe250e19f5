package app.vstrivia.api.question.rest;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.media.TestMedia;
import app.vstrivia.api.media.picture.TestPictures;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestRoom;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Questions about pictures: on their way to approval, in a round, and when somebody gives them others. */
@ApiTest
class QuestionMediaTest extends QuestionMediaCase {
    @Test
    void aQuestionIsApprovedAfterItsPictureAndHoldsIt() {
        String medium = TestMedia.picture(ada, TestPictures.unique("png"));
        report(ada, csv(medium), "language=yb");
        String question = onlyOne("yb", "review");

        status(question, "approved").statusCode(409).body("code", equalTo("medium-not-approved"));
        TestMedia.done(ada, medium);
        status(question, "approved").statusCode(409).body("code", equalTo("medium-not-approved"));
        decide(medium, "approved");
        status(question, "approved").statusCode(204);

        ada.asks().delete("/v1/media/" + medium).then().statusCode(409).body("code", equalTo("medium-in-use"));
        admin.asks()
                .get("/v1/questions/" + question)
                .then()
                .body("media.reference", equalTo(medium))
                .body("media.kind", equalTo("picture"))
                .body("media.alternative", equalTo("A face"));
    }

    @Test
    void whatModerationRefusesIsAskedAboutNoLonger() {
        String medium = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, medium);
        decide(medium, "approved");
        report(ada, csv(medium), "language=yd");
        String question = onlyOne("yd", "review");
        status(question, "approved").statusCode(204);

        decide(medium, "refused");

        await().atMost(SOON)
                .untilAsserted(() ->
                        admin.asks().get("/v1/questions/" + question).then().body("status", equalTo("retired")));
        status(question, "review").statusCode(204);
        status(question, "approved").statusCode(409).body("code", equalTo("medium-not-approved"));
    }

    @Test
    void aRoundShowsThePictureWhereEverybodyFindsIt() {
        String medium = TestMedia.picture(ada, TestPictures.unique("png"));
        JsonPath look = TestMedia.done(ada, medium);
        decide(medium, "approved");
        report(ada, csv(medium), "language=yh");
        String question = onlyOne("yh", "review");
        status(question, "approved").statusCode(204);
        TestRoom room = TestRoom.open(ada, Map.of("language", "yh", "count", 1));
        room.joinedBy("Bob");

        room.hostAsks("start").statusCode(204);

        JsonPath media = new JsonPath(tables.row("SELECT media FROM match_round WHERE match_id = ?", room.match())
                .getString(0));
        assertEquals("picture", media.getString("kind"));
        assertEquals("A face", media.getString("alternative"));
        assertEquals(look.getInt("width"), media.getInt("width"));
        assertEquals(look.getInt("height"), media.getInt("height"));
        assertEquals(look.getString("placeholder"), media.getString("placeholder"));
        assertEquals(look.getList("files.type"), media.getList("files.type"));
        String url = media.getString("files[0].url");
        assertTrue(
                url.matches("http://127[.]0[.]0[.]1:[0-9]+/trivia-public/media/" + medium + "/[0-9a-f]{16}-320[.]jpg"),
                url);
        TestMedia.fetch(url)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("image/jpeg"))
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));

        decide(medium, "refused");
        await().atMost(SOON).until(() -> TestMedia.fetch(url).statusCode() == 404);
    }

    @Test
    void anAdminGivesAQuestionAnotherPictureAndTakesItAway() {
        String first = TestMedia.picture(ada, TestPictures.unique("png"));
        String second = TestMedia.picture(admin, TestPictures.unique("png"));
        TestMedia.done(ada, first);
        TestMedia.done(admin, second);
        decide(first, "approved");
        report(ada, csv(first), "language=yi");
        String question = onlyOne("yi", "review");
        status(question, "approved").statusCode(204);
        String tag = admin.asks().get("/v1/questions/" + question).header("ETag");

        media(question, tag, second).statusCode(409).body("code", equalTo("medium-not-approved"));
        decide(second, "approved");
        media(question, "\"other\"", second).statusCode(412);
        media(question, tag, second).statusCode(204);
        media(question, tag, first).statusCode(412);

        admin.asks()
                .get("/v1/questions/" + question)
                .then()
                .body("media.reference", equalTo(second))
                .body("media.alternative", equalTo("Another face"))
                .body("status", equalTo("approved"));
        assertTrue(shownOf("yi").getString("files[0].url").contains(second));
        ada.asks().delete("/v1/media/" + first).then().statusCode(204);
        admin.asks().delete("/v1/media/" + second).then().statusCode(409).body("code", equalTo("medium-in-use"));
        assertEquals(
                1,
                count(
                        "SELECT COUNT(*) FROM audit_event WHERE action = 'question-media-changed' AND actor = ?",
                        admin.id()));

        admin.asks().delete("/v1/questions/" + question + "/media").then().statusCode(204);
        admin.asks().delete("/v1/questions/" + question + "/media").then().statusCode(204);
        admin.asks().get("/v1/questions/" + question).then().body("media", nullValue());
        admin.asks().delete("/v1/media/" + second).then().statusCode(204);
    }

    @Test
    void aQuestionIsNotMadeTheSameAsAnotherOrAboutWhatIsNotThere() {
        String first = TestMedia.picture(ada, TestPictures.unique("png"));
        String second = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, first);
        TestMedia.done(ada, second);
        decide(first, "approved");
        report(ada, csv(first), "language=yj");
        String question = onlyOne("yj", "review");
        report(ada, csv(second), "language=yj");
        String other =
                admin.asks().get("/v1/questions?language=yj").path("items.find { it.id != '" + question + "' }.id");

        media(other, null, first).statusCode(409).body("code", equalTo("question-exists"));
        media(question, null, second)
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("violations[0].field", equalTo("reference"));
        media(question, null, "media/a.png").statusCode(400);
        media(UUID.randomUUID().toString(), null, first).statusCode(404);
        ada.asks()
                .body(Map.of("kind", "picture", "reference", first))
                .put("/v1/questions/" + question + "/media")
                .then()
                .statusCode(403);
    }

    /** What the only round of a match in that language shows. */
    private JsonPath shownOf(String language) {
        TestRoom room = TestRoom.open(ada, Map.of("language", language, "count", 1));
        room.joinedBy("Bob");
        room.hostAsks("start").statusCode(204);
        return new JsonPath(tables.row("SELECT media FROM match_round WHERE match_id = ?", room.match())
                .getString(0));
    }
}
