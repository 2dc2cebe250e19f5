package app.vstrivia.api.quiz;

import static app.vstrivia.api.support.TestQuiz.single;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class QuizTrashTest {
    private TestPlayer ada;
    private TestPlayer bob;

    @BeforeEach
    void authors() {
        ada = TestPlayer.with("author");
        bob = TestPlayer.with("author");
    }

    private static List<String> listed(TestPlayer player, boolean trashed) {
        return player.asks()
                .get("/v1/quizzes?trashed=" + trashed)
                .then()
                .statusCode(200)
                .extract()
                .path("items.quizId");
    }

    private void throwAway(TestQuiz quiz) {
        ada.asks().delete(quiz.path()).then().statusCode(204);
    }

    @Test
    void whatIsThrownAwayComesBackAsItWas() {
        TestQuiz quiz = TestQuiz.of(ada, "Out and in", single("Q"));
        TestQuiz other = TestQuiz.of(ada, "Stays");
        throwAway(quiz);

        assertEquals(List.of(other.id()), listed(ada, false));
        assertEquals(List.of(quiz.id()), listed(ada, true));
        quiz.get(ada).then().statusCode(200).body("trashedAt", notNullValue());
        throwAway(quiz);
        ada.asks().post(quiz.path() + "/restore").then().statusCode(204);
        ada.asks().post(quiz.path() + "/restore").then().statusCode(204);

        assertEquals(List.of(other.id(), quiz.id()), listed(ada, false));
        assertEquals(List.of(), listed(ada, true));
        assertEquals(quiz.tag(), quiz.get(ada).header("ETag"));
    }

    @Test
    void whatIsInTheTrashIsNotChanged() {
        TestQuiz quiz = TestQuiz.of(ada, "Thrown away");
        throwAway(quiz);
        String tag = quiz.get(ada).header("ETag");

        quiz.save(ada, tag, TestQuiz.body("Changed")).then().statusCode(409).body("code", equalTo("quiz-in-trash"));
        ada.asks()
                .body(Map.of("access", "viewer"))
                .put(quiz.path() + "/members/" + bob.id())
                .then()
                .statusCode(409);

        assertEquals("Thrown away", quiz.view().getString("title"));
    }

    @Test
    void othersDoNotFindWhatIsInTheTrash() {
        TestQuiz quiz = TestQuiz.of(ada, "Shared");
        quiz.sharedWith(bob, "editor");
        throwAway(quiz);

        quiz.get(bob).then().statusCode(404);
        bob.asks().post(quiz.path() + "/restore").then().statusCode(404);
        assertEquals(List.of(), listed(bob, false));
        assertEquals(List.of(), listed(bob, true));
        ada.asks().post(quiz.path() + "/restore").then().statusCode(204);
        quiz.get(bob).then().statusCode(200).body("access", equalTo("editor"));
    }

    @Test
    void onlyTheOwnerThrowsAway() {
        TestQuiz quiz = TestQuiz.of(ada, "Shared");
        quiz.sharedWith(bob, "editor");

        bob.asks().delete(quiz.path()).then().statusCode(403).body("code", equalTo("forbidden"));

        quiz.get(ada).then().statusCode(200);
    }

    @Test
    void emptyingTheTrashDeletesWhatIsInItAndNothingElse() {
        TestQuiz gone = TestQuiz.of(ada, "Gone", TestQuiz.allKinds());
        TestQuiz kept = TestQuiz.of(ada, "Kept");
        TestQuiz bobs = TestQuiz.of(bob, "Bob's");
        bobs.sharedWith(ada, "editor");
        bob.asks().delete(bobs.path()).then().statusCode(204);
        throwAway(gone);

        ada.asks().delete("/v1/quizzes/trash").then().statusCode(204);

        gone.get(ada).then().statusCode(404);
        kept.get(ada).then().statusCode(200);
        bobs.get(bob).then().statusCode(200);
    }
}
