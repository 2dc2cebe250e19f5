package app.vstrivia.api.privacy.erasure;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Held;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestDeparture;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class QuizErasureTest {
    @Inject
    Pool pool;

    @Inject
    ErasureJob job;

    private Tables tables;
    private WholeDatabase database;
    private TestPlayer ada;
    private TestPlayer bob;
    private TestPlayer cleo;

    @BeforeEach
    void authors() {
        tables = new Tables(pool);
        database = new WholeDatabase(pool);
        ada = TestPlayer.with("author");
        bob = TestPlayer.with("author");
        cleo = TestPlayer.with("author");
    }

    private void adaIsErased() {
        ada.asks().delete("/v1/me").then().statusCode(202);
        TestDeparture.letAWeekPass(pool, ada);
        Outcome outcome = job.run(ada.id());
        while (!outcome.isDone()) {
            assertTrue(outcome.again().isZero());
            outcome = job.run(ada.id());
        }
    }

    private long rows(String table, TestQuiz quiz) {
        String column = table.equals("quiz") ? "id" : "quiz_id";
        return tables.row("SELECT COUNT(*) FROM " + table + " WHERE " + column + " = ?", quiz.id())
                .getLong(0);
    }

    @Test
    void whatNobodyElseEditsGoesWithItsAuthor() {
        String text = "Only Ada " + UUID.randomUUID();
        TestQuiz quiz = TestQuiz.of(ada, text, TestQuiz.single(text));
        quiz.sharedWith(bob, "viewer");
        TestQuiz trashed = TestQuiz.of(ada, text);
        trashed.sharedWith(bob, "editor");
        ada.asks().delete(trashed.path()).then().statusCode(204);
        assertEquals(2, database.columnsWith(text).size(), "a title and a question");

        adaIsErased();

        assertEquals(List.of(), database.columnsWith(text));
        for (TestQuiz gone : List.of(quiz, trashed)) {
            assertEquals(0, rows("quiz", gone) + rows("quiz_item", gone) + rows("quiz_member", gone));
        }
        assertEquals(List.of(), database.columnsWith(UUID.fromString(ada.id())));
    }

    @Test
    void workThatIsSharedGoesOnWithWhoEditsItForTheLongestTime() {
        TestQuiz quiz = TestQuiz.of(ada, "Shared work", TestQuiz.single("One?"));
        quiz.sharedWith(TestPlayer.with("author"), "viewer");
        quiz.sharedWith(bob, "editor");
        quiz.sharedWith(cleo, "editor");

        adaIsErased();

        quiz.get(bob)
                .then()
                .statusCode(200)
                .body("access", equalTo("owner"))
                .body("items.question.text", contains("One?"));
        quiz.get(cleo).then().statusCode(200).body("access", equalTo("editor"));
        assertEquals(3, rows("quiz_member", quiz));
    }

    @Test
    void whereTheHeirIsMergedMeanwhileAnotherOneOwnsIt() {
        TestQuiz quiz = TestQuiz.of(ada, "Shared work", TestQuiz.single("One?"));
        quiz.sharedWith(bob, "editor");
        quiz.sharedWith(cleo, "editor");
        PlayerId merged = PlayerId.parse(bob.id());
        UUID id = UuidV7.parse(quiz.id());
        SqlConnection merge = pool.getConnection().await().indefinitely();
        Transaction transaction = merge.begin().await().indefinitely();
        merge.preparedQuery("DELETE FROM quiz_member WHERE quiz_id = ? AND player_id = ?")
                .execute(Values.of(id, merged))
                .await()
                .indefinitely();

        CompletableFuture<Void> erasure = CompletableFuture.runAsync(this::adaIsErased);
        await().atMost(Duration.ofSeconds(10)).until(() -> Held.waiting(pool) > 0);
        transaction.commit().await().indefinitely();
        merge.close().await().indefinitely();
        erasure.join();

        quiz.get(cleo).then().statusCode(200).body("access", equalTo("owner"));
        assertEquals(1, rows("quiz_member", quiz));
    }

    @Test
    void theQuizzesOfOthersStayTheirs() {
        TestQuiz quiz = TestQuiz.of(bob, "Bob's", TestQuiz.single("One?"));
        quiz.sharedWith(ada, "editor");

        adaIsErased();

        quiz.get(bob).then().statusCode(200).body("access", equalTo("owner"));
        bob.asks().get(quiz.path() + "/members").then().body("playerId", contains(bob.id()));
    }
}
