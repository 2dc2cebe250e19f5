package app.vstrivia.api.question.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Files made to be read for hours are read at once: what a reader does grows with the length of a text and not with its square,
 * which for these would be some 10⁹ steps each.
 */
class PatienceTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final int LONG = 60_000;

    private static void atOnce(Runnable reading) {
        assertTimeoutPreemptively(AT_ONCE, reading::run);
    }

    @Test
    void blanksInAiken() {
        String blanks = " ".repeat(LONG) + "\u2028x";

        atOnce(() ->
                Parsing.all(QuestionFormat.AIKEN, ("What?\nA)" + blanks + "\nANSWER:" + blanks + "\n").repeat(20)));
    }

    @Test
    void breaksInQti() {
        String item = "<assessmentItem><itemBody><p>a" + "<br/>".repeat(45_000) + "b</p>"
                + "<textEntryInteraction responseIdentifier=\"R\"/></itemBody></assessmentItem>";

        atOnce(() -> Parsing.all(
                QuestionFormat.QTI,
                QtiTest.packaged(Collections.nCopies(20, item).toArray(String[]::new))));
    }

    @Test
    void tagsThatDoNotEnd() {
        String html = "<li ".repeat(LONG / 4);

        atOnce(() -> HtmlText.plain(html.repeat(8)));
        atOnce(() -> Parsing.all(
                QuestionFormat.CLASSQUIZ,
                "{\"title\":\"t\",\"questions\":[{\"question\":\"" + html + "\",\"answers\":[]}]}"));
    }

    @Test
    void joinersInCsv() {
        String row = "\u200d".repeat(LONG) + "x,a,b,1\n";

        atOnce(() -> assertEquals(
                List.of("text-too-long"),
                Parsing.all(QuestionFormat.CSV, "question,a,b,correct\n" + row.repeat(20)).stream()
                        .map(item -> ((ParsedItem.Refused) item).note().code())
                        .distinct()
                        .toList()));
        String many = "a" + "\u200d".repeat(16_000) + "x,a,b,1\n";
        atOnce(() -> Parsing.all(QuestionFormat.CSV, "question,a,b,correct\n" + many.repeat(200)));
    }

    @Test
    void apostrophesInCells() {
        String row = "\"" + ";'".repeat(LONG / 2) + "=\",a,b,1\n";

        atOnce(() -> Parsing.all(QuestionFormat.CSV, "question,a,b,correct\n" + row));
    }
}
