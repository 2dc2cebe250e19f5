package app.vstrivia.api.question.format;

import static app.vstrivia.api.question.format.Parsing.choices;
import static app.vstrivia.api.question.format.QuestionFormat.OPENTDB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.QuestionKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenTriviaDbTest {
    private static final String HTML = answer(
            "multiple",
            "hard",
            "Science: Computers",
            "Who said &quot;I don&#039;t know&quot; at the Caf&eacute;?",
            "Ren&eacute;e &amp; Co",
            "\"Ann\",\"B&ouml;b\",\"Cy\"");

    @Test
    void htmlEntitiesAreDecoded() {
        ParsedItem.Fit item = Parsing.fit(OPENTDB, HTML);

        assertEquals("Who said \"I don't know\" at the Café?", item.question().text());
        assertEquals(List.of("+Renée & Co", "-Ann", "-Böb", "-Cy"), choices(item));
        assertEquals(QuestionKind.SINGLE, item.question().kind());
        assertEquals(Difficulty.HARD, item.question().difficulty());
        assertEquals("science-computers", item.question().category().slug());
        assertEquals("Science: Computers", item.question().category().name());
        assertEquals("Open Trivia Database", item.question().provenance().source());
    }

    @Test
    void percentEncodingIsFoundAndDecoded() {
        ParsedItem.Fit item = Parsing.fit(
                OPENTDB,
                answer(
                        "multiple",
                        "hard",
                        "Science%3A%20Computers",
                        "Who%20said%20%22I%20don%27t%20know%22%20at%20the%20Caf%C3%A9%3F",
                        "Ren%C3%A9e%20%26%20Co",
                        "\"Ann\",\"B%C3%B6b\",\"Cy\""));

        assertEquals(Parsing.fit(OPENTDB, HTML).question(), item.question());
    }

    @Test
    void base64IsFoundAndDecoded() {
        ParsedItem.Fit item = Parsing.fit(
                OPENTDB,
                answer(
                        base64("multiple"),
                        base64("hard"),
                        base64("Science: Computers"),
                        base64("Who said \"I don't know\" at the Café?"),
                        base64("Renée & Co"),
                        '"' + base64("Ann") + "\",\"" + base64("Böb") + "\",\"" + base64("Cy") + '"'));

        assertEquals(Parsing.fit(OPENTDB, HTML).question(), item.question());
    }

    @Test
    void aPercentSignInTheDefaultEncodingStays() {
        ParsedItem.Fit item = Parsing.fit(
                OPENTDB, answer("multiple", "easy", "Maths", "What is 50% of 10?", "5", "\"50%25\",\"+1\""));

        assertEquals("What is 50% of 10?", item.question().text());
        assertEquals(List.of("+5", "-50%25", "-+1"), choices(item));
    }

    @Test
    void booleanIsATrueFalseQuestion() {
        ParsedItem.Fit item = Parsing.fit(OPENTDB, answer("boolean", "easy", "Art", "Is it?", "False", "\"True\""));

        assertEquals(QuestionKind.BOOLEAN, item.question().kind());
        assertEquals(List.of("-True", "+False"), choices(item));
    }

    @Test
    void anAnswerThatIsAlsoWrongIsRefused() {
        assertEquals(
                "contradictory-choice",
                Parsing.refusal(OPENTDB, answer("multiple", "easy", "Art", "Who?", "Ann", "\"Ann\",\"Bob\"")));
    }

    @Test
    void anItemThatIsNoQuestionIsRefusedByItself() {
        String file = HTML.replace("[{", "[7,\n{\"type\":\"multiple\"},\n{");

        assertEquals(
                List.of("1 malformed-question", "2 malformed-question", "3 fit"),
                Parsing.all(OPENTDB, file).stream()
                        .map(item -> item.line() + " "
                                + (item instanceof ParsedItem.Refused refused
                                        ? refused.note().code()
                                        : "fit"))
                        .toList());
    }

    @Test
    void aResponseCodeOtherThanZeroIsRefusedWithItsMeaning() {
        UnreadableFile refusal =
                assertThrows(UnreadableFile.class, () -> Parsing.all(OPENTDB, "{\"response_code\":5,\"results\":[]}"));

        assertTrue(refusal.getDetail().contains("code 5: there were too many requests"), refusal.getDetail());
    }

    @Test
    void aFileThatBreaksOffIsRefusedBeforeItsFirstQuestion() {
        assertThrows(UnreadableFile.class, () -> Parsing.all(OPENTDB, HTML.substring(0, HTML.length() - 1)));
    }

    private static String answer(
            String type, String difficulty, String category, String question, String answer, String others) {
        return "{\"response_code\":0,\"results\":[{\"type\":\"" + type + "\",\"difficulty\":\"" + difficulty
                + "\",\"category\":\"" + category + "\",\"question\":\"" + question + "\",\"correct_answer\":\""
                + answer
                + "\",\"incorrect_answers\":[" + others + "]}]}";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
