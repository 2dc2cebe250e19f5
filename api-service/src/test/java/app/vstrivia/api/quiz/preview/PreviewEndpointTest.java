package app.vstrivia.api.quiz.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ApiTest
class PreviewEndpointTest {
    @Test
    void noSolutionIsInIt() {
        TestPlayer ada = TestPlayer.with("author");
        UUID question = TestQuiz.bank("qzd", "Of the bank?").get(0);
        TestQuiz quiz = TestQuiz.of(ada, "To be looked at", TestQuiz.allKinds());
        Map<String, Object> body = TestQuiz.body("To be looked at");
        List<Object> items = quiz.view().getList("items");
        items.add(TestQuiz.quoted(question));
        body.put("items", items);
        quiz.save(ada, quiz.tag(), body).then().statusCode(200);

        Response preview = ada.asks().get(quiz.path() + "/preview");

        assertEquals(200, preview.statusCode());
        assertEquals(8, preview.jsonPath().getList("questions").size());
        assertEquals("Of the bank?", preview.path("questions[7].text"));
        assertEquals(List.of("x", "y"), preview.path("questions[7].choices"));
        for (Map<String, ?> shown : preview.jsonPath().<Map<String, ?>>getList("questions")) {
            assertEquals(Set.of("itemId", "type", "text", "choices", "slider", "media", "seconds"), shown.keySet());
        }
        String all = preview.asString();
        for (String solution : List.of("correct", "answers", "Lovelace", "tolerance", "\"7\"", "0.5", "Both.")) {
            assertFalse(all.contains(solution), solution);
        }
    }
}
