package app.vstrivia.api.question.format;

import static app.vstrivia.api.question.format.Parsing.choices;
import static app.vstrivia.api.question.format.Parsing.repairs;
import static app.vstrivia.api.question.format.QuestionFormat.GIFT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.model.text.Decimal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GiftTest {
    @Test
    void oneRightAnswerMakesAChoice() {
        ParsedItem.Fit item = fit("::title::Who?{~Grant #no\n~%50%Jefferson\n=no one#yes\n####He lives.}");

        assertEquals(QuestionKind.SINGLE, item.question().kind());
        assertEquals("Who?", item.question().text());
        assertEquals(List.of("-Grant", "-Jefferson", "+no one"), choices(item));
        assertEquals("He lives.", item.question().explanation());
        assertEquals(List.of("feedback-left-out", "partial-credit"), repairs(item));
    }

    @Test
    void weightsAboveZeroAreRightTogether() {
        ParsedItem.Fit item = fit("Which?{~%50%yellow ~%-100%red ~%50%beige ~blue}");

        assertEquals(QuestionKind.MULTIPLE, item.question().kind());
        assertEquals(List.of("+yellow", "-red", "+beige", "-blue"), choices(item));
        assertEquals(List.of(), repairs(item));
    }

    @Test
    void answersWithinASentenceLeaveAGap() {
        assertEquals("Two is _____.", fit("Two is {=2 =two}.").question().text());
        assertEquals("_____ is large.", fit("{ =Asia } is large.").question().text());
    }

    @Test
    void escapedSignsAreText() {
        ParsedItem.Fit item = fit("::a\\:b::1 \\= 2 \\{x\\}\\n\\\\neq \\y{=\\~ ~\\# ~\\=}");

        assertEquals("1 = 2 {x}\n\\neq \\y", item.question().text());
        assertEquals(List.of("+~", "-#", "-="), choices(item));
    }

    @Test
    void htmlBecomesPlainText() {
        ParsedItem.Fit item = fit("[html]<p>1 &lt; 2 <b>or</b> not?</p><!--x-->{=[plain]<b> ~<i>no</i>}");

        assertEquals("1 < 2 or not?", item.question().text());
        assertEquals(List.of("+<b>", "-no"), choices(item));
        assertEquals(List.of("markup-removed"), repairs(item));
    }

    @Test
    void aQuestionAboutAPictureIsRefusedWithoutIt() {
        assertEquals("media-not-taken", Parsing.refusal(GIFT, "[html]Who? <img src\\=\"a.png\">{=a ~b}"));
    }

    @Test
    void oneHtmlPictureOfTheWebComesWithItsQuestion() throws IOException {
        String file = "[html]<p>Who is <b>it</b>?</p><img class\\=x src\\='https\\://example.org/a.png?b\\=1&amp;c'"
                + " alt\\=\"A &quot;face&quot;\">{=a ~b}";

        try (QuestionReader reader =
                GIFT.open(() -> new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), Parsing.DEFAULTS)) {
            ParsedItem.Fit item = (ParsedItem.Fit) reader.next();
            assertEquals("Who is it?", item.question().text());
            assertEquals("A \"face\"", item.question().media().caption().alternative());
            assertEquals(
                    Optional.of("https://example.org/a.png?b=1&c"),
                    reader.address(item.question().media()));
        }
        for (String other : List.of(
                "<img src\\=\"ftp\\://example.org/a.png\">",
                "<img src\\=\"javascript\\:alert(1)\">",
                "<img src\\=\"https\\://example.org/a\"><img src\\=\"https\\://example.org/b\">",
                "<img src\\=\"https\\://example.org/a\"><video src\\=\"https\\://example.org/b\">")) {
            assertEquals("media-not-taken", Parsing.refusal(GIFT, "[html]Who?" + other + "{=a ~b}"), other);
        }
    }

    @ParameterizedTest
    @CsvSource({"#1822,1822,0", "#3.1415:0.0005,3.1415,0.0005", "#1..5,3,2", "#-5..5,0,5", "'#=9:1 =%0%5:0',9,1"})
    void numbersHaveATolerance(String answers, String value, String tolerance) {
        assertEquals(
                new QuestionBody.Numeric(Decimal.of(value), Decimal.of(tolerance), null),
                fit("How many?{" + answers + "}").question().body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Write. {} | essay",
                "Just this. | description",
                "Match {=a -> b =c -> d} | matching",
                "What? {=a | malformed-question",
                "What? } { | malformed-question",
                "What {=a} and {=b}? | malformed-question",
                "What? {x =a ~b} | malformed-question",
                "What? {=a*b} | wildcard",
                "What? {~a ~b} | answer-missing",
                "What? {=%50%a} | answer-missing",
                "What? {#=1 =2} | several-answers",
                "What? {#x} | bad-number",
                "What? {#1e999999999} | bad-number",
                "{=a ~b} | empty-question"
            })
    void whatCannotBePlayedIsRefusedWithAReason(String question, String reason) {
        assertEquals(reason, Parsing.refusal(GIFT, question));
    }

    @Test
    void aBadQuestionDoesNotTakeTheNextOneAlong() {
        List<ParsedItem> items =
                Parsing.all(GIFT, "Bad? {=a\r\n\r\n// [tag:Two Words] [tag:b]\r\nGood?{T}\r\n\r\nNext?{F}");

        assertEquals(List.of(1, 4, 6), items.stream().map(ParsedItem::line).toList());
        assertEquals(
                List.of("b", "two words"),
                ((ParsedItem.Fit) items.get(1)).question().tags());
        assertEquals(List.of(), ((ParsedItem.Fit) items.get(2)).question().tags());
    }

    @Test
    void theCategoryIsThatOfTheLastCategoryLine() {
        List<ParsedItem> items = Parsing.all(
                GIFT, "One?{T}\n\n$CATEGORY: $course$/top/Science/Physics\n\nTwo?{T}\n\n$CATEGORY: a//b\nThree?{T}\n");

        assertEquals(
                List.of(List.of("General"), List.of("Science", "Physics"), List.of("a/b")),
                items.stream()
                        .map(item ->
                                ((ParsedItem.Fit) item).question().category().path())
                        .toList());
        assertNull(((ParsedItem.Fit) items.get(0)).question().category().parent());
    }

    @Test
    void aBlockThatNeverEndsIsRefusedAndNotKept() {
        String endless = "word word\n".repeat(20_000);

        assertEquals("question-too-long", Parsing.refusal(GIFT, endless + "{T}"));
        assertTrue(Parsing.all(GIFT, endless + "\nGood?{T}").get(1) instanceof ParsedItem.Fit);
    }

    private static ParsedItem.Fit fit(String file) {
        return Parsing.fit(GIFT, file);
    }

    @Test
    void aPictureWithinALineRefusesItsQuestionOnly() {
        String picture = "[html]<img src\\=\"data\\:image/png;base64," + "A".repeat(100_000) + "\">Who?{=a ~b}";

        List<ParsedItem> items = Parsing.all(GIFT, picture + "\n\nGood?{T}");

        assertEquals("line-too-long", ((ParsedItem.Refused) items.get(0)).note().code());
        assertTrue(items.get(1) instanceof ParsedItem.Fit);
    }

    @Test
    void markupThatNeverEndsCostsNothing() {
        String evil = "<!--".repeat(15_000);

        assertTimeout(Duration.ofSeconds(5), () -> Parsing.all(GIFT, "[html]" + evil + "{T}\n\n" + "{".repeat(60_000)));
    }
}
