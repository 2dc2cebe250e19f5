package app.vstrivia.api.quiz;

import static app.vstrivia.api.support.TestQuiz.single;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.platform.revision.PreconditionFailed;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Held;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import app.vstrivia.model.id.PlayerId;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class QuizRevisionTest {
    private static final int EDITORS = 8;

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    @Inject
    QuizService quizzes;

    private TestPlayer ada;

    @BeforeEach
    void author() {
        ada = TestPlayer.with("author");
    }

    private QuizContent contentAt(UUID quiz, PlayerId player, int revision) {
        return transactions
                .run(transaction -> quizzes.contentAt(transaction, quiz, player, revision))
                .await()
                .indefinitely();
    }

    @Test
    void aSaveMustSayWhatItHasSeen() {
        TestQuiz quiz = TestQuiz.of(ada, "Mine");

        ada.asks()
                .body(TestQuiz.body("Blind"))
                .put(quiz.path())
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        quiz.save(ada, "*", TestQuiz.body("Blind")).then().statusCode(428);
        quiz.save(ada, "\"other\"", TestQuiz.body("Blind")).then().statusCode(412);

        assertEquals("Mine", quiz.view().getString("title"));
        quiz.save(ada, "W/" + quiz.tag(), TestQuiz.body("Seen")).then().statusCode(200);
    }

    @Test
    void whoHasSeenAnEarlierRevisionOverwritesNothing() {
        TestQuiz quiz = TestQuiz.of(ada, "First");
        TestPlayer bob = quiz.sharedWith(TestPlayer.with("author"), "editor");
        String bobs = quiz.get(bob).header("ETag");
        quiz.save(ada, quiz.tag(), TestQuiz.body("Second", single("Q"))).then().statusCode(200);

        quiz.save(bob, bobs, TestQuiz.body("Third"))
                .then()
                .statusCode(412)
                .body("code", equalTo("precondition-failed"));

        assertEquals("Second", quiz.view().getString("title"));
        String fresh = quiz.get(bob).header("ETag");
        quiz.save(bob, fresh, TestQuiz.body("Third")).then().statusCode(200);
        assertEquals(3, quiz.view().getInt("revision"));
    }

    @Test
    void ofSavesThatSawTheSameExactlyOneWins() throws Exception {
        TestQuiz quiz = TestQuiz.of(ada, "Contested");
        ExecutorService threads = Executors.newFixedThreadPool(EDITORS);
        List<Future<Response>> saves;
        try {
            try (Held held = new Held(pool, "SELECT id FROM quiz WHERE id = ? FOR UPDATE", quiz.id())) {
                saves = IntStream.range(0, EDITORS)
                        .mapToObj(i -> threads.submit(() ->
                                quiz.save(ada, quiz.tag(), TestQuiz.body("By " + i, single("Q" + i), single("R" + i)))))
                        .toList();
                held.awaitWaiting(2);
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> save : saves) {
                answers.add(save.get());
            }

            List<Response> won = answers.stream()
                    .filter(answer -> answer.statusCode() == 200)
                    .toList();
            assertEquals(
                    1, won.size(), answers.stream().map(Response::statusCode).toList()::toString);
            assertEquals(
                    EDITORS - 1,
                    answers.stream()
                            .filter(answer -> answer.statusCode() == 412)
                            .count());
            assertEquals(won.get(0).jsonPath().getMap("$"), quiz.view().getMap("$"));
            assertEquals(2, quiz.view().getInt("revision"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aReadSeesOneRevisionWhileAnotherIsSaved() throws Exception {
        TestQuiz quiz = TestQuiz.of(ada, "v1", single("v1"), single("v1"));
        UUID id = UUID.fromString(quiz.id());
        PlayerId player = PlayerId.parse(ada.id());
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<String> saving = thread.submit(() -> {
                String tag = quiz.tag();
                for (int i = 2; i <= 40; i++) {
                    String title = "v" + i;
                    Response saved = quiz.save(
                            ada,
                            tag,
                            i % 2 == 0
                                    ? TestQuiz.body(title, single(title))
                                    : TestQuiz.body(title, single(title), single(title), single(title)));
                    assertEquals(200, saved.statusCode());
                    tag = saved.header("ETag");
                }
                return tag;
            });
            int reads = 0;
            while (!saving.isDone() || reads == 0) {
                QuizContent content =
                        quizzes.find(id, player).await().indefinitely().content();
                reads++;
                assertEquals("v" + content.revision(), content.title());
                assertTrue(content.items().stream()
                        .allMatch(item -> item.question().text().equals(content.title())));
                assertEquals(
                        content.revision() == 1 ? 2 : content.revision() % 2 == 0 ? 1 : 3,
                        content.items().size());
            }
            assertEquals(quiz.get(ada).header("ETag"), saving.get());
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void theContentOfARevisionIsWhole() {
        UUID question = TestQuiz.bank("qzb", "Known?").get(0);
        TestQuiz quiz = TestQuiz.of(ada, "To publish", TestQuiz.quoted(question), single("Own?"));
        UUID id = UUID.fromString(quiz.id());
        PlayerId player = PlayerId.parse(ada.id());

        QuizContent content = contentAt(id, player, 1);

        QuizItem.Quoted quoted =
                assertInstanceOf(QuizItem.Quoted.class, content.items().get(0));
        assertEquals(question, quoted.bankQuestion());
        assertEquals(QuestionStatus.APPROVED, quoted.status());
        assertEquals("Known?", quoted.question().text());
        assertEquals("x", quoted.question().body().choices().get(0).text());
        assertEquals("Own?", content.items().get(1).question().text());
        assertEquals("en", content.language());
    }

    @Test
    void onlyWhoMayChangeAQuizTakesItAndOnlyAsItIs() {
        TestQuiz quiz = TestQuiz.of(ada, "To publish", single("Own?"));
        UUID id = UUID.fromString(quiz.id());
        PlayerId owner = PlayerId.parse(ada.id());
        TestPlayer bob = TestPlayer.with("author");
        PlayerId other = PlayerId.parse(bob.id());

        assertThrows(QuizNotFound.class, () -> contentAt(id, other, 1));
        quiz.sharedWith(bob, "viewer");
        assertThrows(NotAllowed.class, () -> contentAt(id, other, 1));
        quiz.sharedWith(bob, "editor");
        assertEquals(1, contentAt(id, other, 1).items().size());
        quiz.save(ada, quiz.tag(), TestQuiz.body("Saved since")).then().statusCode(200);
        assertThrows(PreconditionFailed.class, () -> contentAt(id, owner, 1));
        ada.asks().delete(quiz.path()).then().statusCode(204);
        assertThrows(QuizInTrash.class, () -> contentAt(id, owner, 2));
    }

    @Test
    void whatChangesInTheBankDoesNotChangeTheTag() {
        UUID question = TestQuiz.bank("qzc", "Soon retired?").get(0);
        TestQuiz quiz = TestQuiz.of(ada, "Quoting", TestQuiz.quoted(question));
        TestPlayer.with("admin")
                .asks()
                .body(Map.of("status", "retired"))
                .put("/v1/questions/" + question + "/status")
                .then()
                .statusCode(204);

        assertEquals(quiz.tag(), quiz.get(ada).header("ETag"));
        quiz.save(ada, quiz.tag(), TestQuiz.body("Still quoting", TestQuiz.quoted(question)))
                .then()
                .statusCode(200);
    }
}
