package app.vstrivia.api.privacy.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@ApiTest
class QuizRetentionTest {
    @Inject
    Pool pool;

    @Inject
    RetentionJob job;

    @Test
    void whatIsInTheTrashGoesAfterThirtyDays() {
        Tables tables = new Tables(pool);
        TestPlayer ada = TestPlayer.with("author");
        TestQuiz old = TestQuiz.of(ada, "Old", TestQuiz.allKinds());
        TestQuiz recent = TestQuiz.of(ada, "Recent", TestQuiz.allKinds());
        TestQuiz kept = TestQuiz.of(ada, "Kept");
        ada.asks().delete(old.path()).then().statusCode(204);
        ada.asks().delete(recent.path()).then().statusCode(204);
        tables.execute("UPDATE quiz SET trashed_at = NOW(6) - INTERVAL 31 DAY WHERE id = ?", old.id());
        tables.execute("UPDATE quiz SET trashed_at = NOW(6) - INTERVAL 29 DAY WHERE id = ?", recent.id());
        tables.execute("UPDATE quiz SET updated_at = NOW(6) - INTERVAL 3 YEAR WHERE id = ?", kept.id());

        Outcome outcome = job.run("all");
        while (!outcome.isDone()) {
            outcome = job.run("all");
        }

        old.get(ada).then().statusCode(404);
        for (String table : new String[] {"quiz_item", "quiz_member"}) {
            assertEquals(
                    0,
                    tables.row("SELECT COUNT(*) FROM " + table + " WHERE quiz_id = ?", old.id())
                            .getInteger(0));
        }
        ada.asks().post(recent.path() + "/restore").then().statusCode(204);
        assertEquals(7, recent.view().getList("items").size());
        kept.get(ada).then().statusCode(200);
    }
}
