package app.vstrivia.api.question.rest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.job.RecurringJob;
import app.vstrivia.api.media.TestMedia;
import app.vstrivia.api.media.picture.TestPictures;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestDeparture;
import app.vstrivia.api.support.TestPlayer;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Media that questions hold, when nobody owns them any more. */
@ApiTest
class HeldMediaTest extends QuestionMediaCase {
    @All
    @Inject
    List<RecurringJob> recurring;

    @Test
    void whatIsHeldStaysWhenItsOwnerIsErasedAndIsNobodys() {
        String held = TestMedia.picture(ada, TestPictures.unique("png"));
        String other = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, held);
        TestMedia.done(ada, other);
        decide(held, "approved");
        report(ada, csv(held), "language=yc");
        ada.asks().delete("/v1/me").then().statusCode(202);
        TestDeparture.letAWorkerComeAfterAWeek(pool, ada);

        await().atMost(SOON).until(() -> count("SELECT COUNT(*) FROM medium WHERE owner_id = ?", ada.id()) == 0);

        assertEquals(1, count("SELECT COUNT(*) FROM medium WHERE id = ? AND owner_id = REPEAT(x'00', 16)", held));
        assertEquals(0, count("SELECT COUNT(*) FROM medium WHERE id = ?", other));
        assertEquals(
                "approved", TestMedia.view(TestPlayer.register("Bob"), held).getString("review"));
        decide(held, "refused");
        TestPlayer.register("Eve").asks().get("/v1/media/" + held).then().statusCode(404);
    }

    @Test
    void whatIsNobodysGoesADayAfterItsQuestionGotAnotherPicture() {
        String first = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, first);
        decide(first, "approved");
        report(ada, csv(first), "language=zj");
        String question = onlyOne("zj", "review");
        ada.asks().delete("/v1/me").then().statusCode(202);
        TestDeparture.letAWorkerComeAfterAWeek(pool, ada);
        await().atMost(SOON).until(() -> count("SELECT COUNT(*) FROM medium WHERE owner_id = ?", ada.id()) == 0);
        String second = TestMedia.picture(admin, TestPictures.unique("png"));
        tables.execute("UPDATE medium SET changed_at = NOW(6) - INTERVAL 2 DAY WHERE id = ?", first);
        mediaSweep().run("all");
        assertEquals(1, count("SELECT COUNT(*) FROM medium WHERE id = ?", first), "it is held");

        media(question, null, second).statusCode(204);
        mediaSweep().run("all");
        assertEquals(1, count("SELECT COUNT(*) FROM medium WHERE id = ?", first), "matches may show it still");
        tables.execute("UPDATE medium SET changed_at = NOW(6) - INTERVAL 25 HOUR WHERE id = ?", first);
        mediaSweep().run("all");

        assertEquals(0, count("SELECT COUNT(*) FROM medium WHERE id = ?", first));
        assertEquals(0, count("SELECT COUNT(*) FROM review WHERE id = ?", first));
        assertEquals(1, count("SELECT COUNT(*) FROM medium WHERE id = ?", second));
    }

    private RecurringJob mediaSweep() {
        return recurring.stream()
                .filter(job -> job.kind().equals("media-sweep"))
                .findFirst()
                .orElseThrow();
    }
}
