package app.vstrivia.api.quiz;

import static app.vstrivia.api.support.TestQuiz.choices;
import static app.vstrivia.api.support.TestQuiz.own;
import static app.vstrivia.api.support.TestQuiz.single;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a quiz must be. */
@ApiTest
class QuizRulesTest {
    private TestPlayer ada;

    @BeforeEach
    void author() {
        ada = TestPlayer.with("author");
    }

    private void isRefused(Map<String, Object> body, String field) {
        ada.asks()
                .body(body)
                .post("/v1/quizzes")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("violations.field", hasItem(field));
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> body = TestQuiz.body("Mine", single("One?"));
        body.put(field, value);
        return body;
    }

    private static Map<String, Object> second(Map<String, Object> item) {
        return TestQuiz.body("Mine", single("One?"), item);
    }

    @Test
    void whatIsNoQuizIsRefusedWithTheField() {
        isRefused(with("title", "\u200b"), "title");
        isRefused(with("title", "a\u0007"), "title");
        isRefused(with("language", "english"), "language");
        isRefused(with("description", "a\ufffd"), "description");
        isRefused(with("cover", "1-1-1-1-1"), "cover");
    }

    @Test
    void whatIsNoQuestionIsRefusedWithItsPlace() {
        isRefused(second(own("single", "?", Map.of("choices", choices("a", true, "b", true)))), "items[1].question");
        isRefused(second(own("single", "?", Map.of("choices", choices("a", false, "b", false)))), "items[1].question");
        isRefused(second(own("single", "?", Map.of())), "items[1].question");
        isRefused(second(own("numeric", "?", Map.of("number", Map.of("value", "many")))), "items[1].question");
        isRefused(second(own("numeric", "?", Map.of("number", Map.of("value", "1", "min", "0")))), "items[1].question");
        isRefused(second(own("ordering", "?", Map.of("answers", List.of("a", "a")))), "items[1].question");
        isRefused(second(own("text", "?", Map.of("answers", List.of()))), "items[1].question");
        isRefused(
                second(own("poll", "\u00ad", Map.of("choices", choices("a", false, "b", false)))), "items[1].question");
    }

    @Test
    void anItemIsOneThingAndStandsOnce() {
        UUID id = UUID.randomUUID();
        Map<String, Object> both = single("Both?");
        both.put("questionId", UUID.randomUUID());
        Map<String, Object> one = single("One?");
        one.put("itemId", id);
        Map<String, Object> two = single("Two?");
        two.put("itemId", id);

        isRefused(second(new HashMap<>(Map.of("itemId", id))), "items[1]");
        isRefused(second(both), "items[1]");
        isRefused(TestQuiz.body("Mine", one, two), "items[1].itemId");
        isRefused(second(TestQuiz.quoted(UUID.randomUUID())), "items[1].questionId");
    }

    @Test
    void aPictureIsNamedByTheIdOfAMedium() {
        Map<String, Object> medium = Map.of("kind", "picture", "reference", "018f0000-0000-7000-8000-000000000001");
        Map<String, Object> file = Map.of("kind", "picture", "reference", "media/a-file-of-36-characters-in-.png");
        Map<String, Object> yes = Map.of("choices", choices("a", true, "b", false), "media", medium);
        Map<String, Object> no = Map.of("choices", choices("a", true, "b", false), "media", file);

        TestQuiz quiz = TestQuiz.of(ada, "With a picture", own("single", "Who?", yes));

        assertEquals(medium, quiz.view().getMap("items[0].question.media"));
        isRefused(second(own("single", "Who?", no)), "items[1].question.media.reference");
    }

    @Test
    void textsAreCleanedByTheRulesOfTheBank() {
        TestQuiz quiz = TestQuiz.of(ada, "  The \u200b night\nsky ", single("  Which   one? "));

        assertEquals("The night sky", quiz.view().getString("title"));
        assertEquals("Which one?", quiz.view().getString("items[0].question.text"));
    }
}
