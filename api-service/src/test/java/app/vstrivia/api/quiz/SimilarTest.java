package app.vstrivia.api.quiz;

import static app.vstrivia.api.support.TestQuiz.single;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import app.vstrivia.model.sql.Values;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who types what the bank has already is told so. */
@ApiTest
class SimilarTest {
    private static final String MOONS = "Which planet of ours has the most moons?";

    @Inject
    Pool pool;

    private TestPlayer ada;

    @BeforeEach
    void author() {
        ada = TestPlayer.with("author");
    }

    @Test
    void whatIsMuchLikeAQuestionOfTheBankIsToldAtTheFirstSave() {
        UUID moons = TestQuiz.bank("qsa", MOONS).get(0);

        Response made = made("qsa", single("Who painted it?"), single("Which planet of ours has most moons?"));

        List<Map<String, Object>> similar = made.path("similar");
        assertEquals(1, similar.size());
        assertEquals(moons.toString(), similar.get(0).get("questionId"));
        assertEquals(made.path("items[1].itemId"), similar.get(0).get("itemId"));
        assertEquals(MOONS, similar.get(0).get("text"));
        double similarity = ((Number) similar.get(0).get("similarity")).doubleValue();
        assertTrue(similarity >= 0.8 && similarity < 1, () -> "" + similarity);
    }

    @Test
    void itIsToldOnceAndIsNoPartOfTheRevision() {
        TestQuiz.bank("qsb", MOONS);
        Response made = made("qsb", single(MOONS));
        assertEquals(1f, (float) made.path("similar[0].similarity"));
        TestQuiz quiz = new TestQuiz(ada, made.path("quizId"), made.header("ETag"));

        assertNull(quiz.get(ada).path("similar"));
        assertEquals(quiz.tag(), quiz.get(ada).header("ETag"));
        Response same = quiz.save(ada, quiz.tag(), body("qsb", single(MOONS), single("Something else?")));
        assertEquals(200, same.statusCode());
        assertNull(same.path("similar"));
        Response typed = quiz.save(ada, same.header("ETag"), body("qsb", single(MOONS + "!"), single("Else?")));
        assertEquals(1, (int) typed.path("similar.size()"));
        assertEquals(typed.header("ETag"), quiz.get(ada).header("ETag"));
    }

    @Test
    void whatOthersHaveNotHandedInIsNotTold() {
        made("qsc", single(MOONS)); // of another quiz
        UUID moons = TestQuiz.bank("qsc", MOONS).get(0);
        for (String status : List.of("draft", "retired")) {
            execute("UPDATE question SET status = '" + status + "' WHERE text = ? AND id = ?", moons);
            assertNull(made("qsc", single(MOONS)).path("similar"), status);
        }
        execute("UPDATE question SET status = 'review' WHERE text = ? AND id = ?", moons);
        assertEquals(1, (int) made("qsc", single(MOONS)).path("similar.size()"));
    }

    @Test
    void otherLanguagesAreApart() {
        TestQuiz.bank("qsd", MOONS);

        assertNull(made("qse", single(MOONS)).path("similar"));
    }

    @Test
    void manyAreNotComparedAtOnceAndFewAreTold() {
        TestQuiz.bank(
                "qsf",
                MOONS,
                "Which planet of ours has most moons?",
                "Which planet of ours has got the most moons?",
                "Which planets of ours has the most moons?",
                "Which planet of ours had the most moons?");

        Response made = made(
                "qsf",
                IntStream.range(0, 30)
                        .mapToObj(i -> single(MOONS + " ".repeat(i % 2)))
                        .toArray());

        List<Map<String, Object>> similar = made.path("similar");
        assertEquals(60, similar.size());
        assertEquals(
                20, similar.stream().map(one -> one.get("itemId")).distinct().count());
        assertEquals(MOONS, similar.get(0).get("text"));
    }

    private Response made(String language, Object... items) {
        Response made = ada.asks().body(body(language, items)).post("/v1/quizzes");
        assertEquals(201, made.statusCode(), made::asString);
        return made;
    }

    private static Map<String, Object> body(String language, Object... items) {
        Map<String, Object> body = TestQuiz.body("About planets", items);
        body.put("language", language);
        return body;
    }

    private void execute(String sql, UUID question) {
        pool.preparedQuery(sql).execute(Values.of(MOONS, question)).await().indefinitely();
    }
}
