package app.vstrivia.api.question.format;

import static app.vstrivia.api.question.format.Parsing.choices;
import static app.vstrivia.api.question.format.QuestionFormat.AIKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.question.QuestionKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AikenTest {
    @Test
    void bothWaysToWriteChoicesAreRead() {
        ParsedItem.Fit item = Parsing.fit(AIKEN, "\ufeffWhat?\r\nA) one\r\nB. two\r\nANSWER: B\r\n");

        assertEquals("What?", item.question().text());
        assertEquals(List.of("-one", "+two"), choices(item));
    }

    @Test
    void aQuestionMayBeginLikeAChoice() {
        ParsedItem.Fit item =
                Parsing.fit(AIKEN, "A. Lincoln was\nborn in which state?\n\nA. Ohio\nB. Kentucky\nANSWER: B");

        assertEquals("A. Lincoln was\nborn in which state?", item.question().text());
    }

    @Test
    void severalLettersAreSeveralAnswers() {
        ParsedItem.Fit item = Parsing.fit(AIKEN, "Which?\nA) a\nB) b\nC) c\nANSWER: A, C");

        assertEquals(QuestionKind.MULTIPLE, item.question().kind());
        assertEquals(List.of("+a", "-b", "+c"), choices(item));
    }

    @Test
    void aQuestionWithoutAnAnswerIsRefusedAndTheNextOneRead() {
        List<ParsedItem> items = Parsing.all(
                AIKEN, "One?\nA) a\nB) b\n\nTwo?\nA) a\nB) b\nANSWER: A\nANSWER: B\nThree?\nA) a\nANSWER: A");

        assertEquals(
                List.of("1 answer-missing", "5 fit", "9 stray-line", "10 choices-missing"),
                items.stream().map(AikenTest::outcome).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "C,answer-not-among-choices",
        "AC,answer-not-among-choices",
        "yes,answer-not-among-choices",
        "'',answer-missing"
    })
    void theAnswerIsTheLetterOfAChoice(String answer, String reason) {
        assertEquals(reason, Parsing.refusal(AIKEN, "One?\nA) a\nB) b\nANSWER: " + answer));
    }

    private static String outcome(ParsedItem item) {
        return item.line() + " "
                + (item instanceof ParsedItem.Refused refused ? refused.note().code() : "fit");
    }
}
