package app.vstrivia.api.question.format;

import static app.vstrivia.api.question.format.Parsing.choices;
import static app.vstrivia.api.question.format.QuestionFormat.VSTRIVIA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.QuestionKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class VsTriviaTest {
    private static final String PRIMES = """
            {"category":"Maths","type":"multiple","difficulty":"easy","text":"Which are prime?",
             "correct":["2","3"],"incorrect":["4"],"explanation":"4 is 2 times 2."}""";

    @Test
    void aQuestionIsReadWithAllItsFields() {
        ParsedItem.Fit item = Parsing.fit(VSTRIVIA, file(PRIMES));

        assertEquals(QuestionKind.MULTIPLE, item.question().kind());
        assertEquals(List.of("+2", "+3", "-4"), choices(item));
        assertEquals("4 is 2 times 2.", item.question().explanation());
        assertEquals(Difficulty.EASY, item.question().difficulty());
        assertEquals("de", item.question().language());
        assertEquals("Us", item.question().provenance().source());
        assertEquals("CC0-1.0", item.question().provenance().licence());
    }

    @Test
    void theHeaderMayFollowTheQuestions() {
        String reversed = "{\"questions\":[" + PRIMES
                + "],\"licence\":\"CC0-1.0\",\"language\":\"DE\",\"source\":\"Us\",\"format\":\"vstrivia-questions\"}";

        assertEquals(
                Parsing.fit(VSTRIVIA, file(PRIMES)).question(),
                Parsing.fit(VSTRIVIA, reversed).question());
    }

    @Test
    void aSingleQuestionWithTwoAnswersIsRefused() {
        assertEquals("several-answers", Parsing.refusal(VSTRIVIA, file(PRIMES.replace("multiple", "single"))));
    }

    @Test
    void aTrueFalseQuestionHasTheseChoicesOnly() {
        assertEquals("not-true-or-false", Parsing.refusal(VSTRIVIA, file(PRIMES.replace("multiple", "boolean"))));
    }

    @Test
    void unknownWordsAreRefused() {
        assertEquals("unknown-type", Parsing.refusal(VSTRIVIA, file(PRIMES.replace("multiple", "essay"))));
        assertEquals("unknown-difficulty", Parsing.refusal(VSTRIVIA, file(PRIMES.replace("easy", "simple"))));
        assertEquals("bad-category", Parsing.refusal(VSTRIVIA, file(PRIMES.replace("Maths", "???"))));
    }

    @Test
    void aFileWithoutSourceOrLicenceIsUnreadable() {
        assertThrows(
                UnreadableFile.class, () -> Parsing.all(VSTRIVIA, file(PRIMES).replace("Us", " ")));
        assertThrows(
                UnreadableFile.class, () -> Parsing.all(VSTRIVIA, file(PRIMES).replace("licence", "license")));
    }

    private static String file(String question) {
        return "{\"format\":\"vstrivia-questions\",\"source\":\"Us\",\"licence\":\"CC0-1.0\",\"language\":\"de\",\n"
                + "\"questions\":[" + question + "]}";
    }
}
