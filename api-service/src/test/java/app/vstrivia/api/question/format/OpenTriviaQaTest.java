package app.vstrivia.api.question.format;

import static app.vstrivia.api.question.format.Parsing.bytes;
import static app.vstrivia.api.question.format.Parsing.choices;
import static app.vstrivia.api.question.format.QuestionFormat.OPENTRIVIAQA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.vstrivia.api.question.QuestionKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenTriviaQaTest {
    private static final String SLOTH = """
            #Q Which one does not hibernate?
            ^ Sloth
            A Mouse
            B Sloth
            C Frog
            D Snake
            """;

    @Test
    void aQuestionIsReadWithItsChoicesAndAnswer() {
        ParsedItem.Fit item = fit(SLOTH);

        assertEquals("Which one does not hibernate?", item.question().text());
        assertEquals(List.of("-Mouse", "+Sloth", "-Frog", "-Snake"), choices(item));
        assertEquals(QuestionKind.SINGLE, item.question().kind());
        assertEquals("OpenTriviaQA", item.question().provenance().source());
        assertEquals("CC BY-SA 4.0", item.question().provenance().licence());
        assertEquals(List.of(), item.repairs());
    }

    @Test
    void linesMayEndInAnyWayThatThereIs() {
        assertEquals(fit(SLOTH).question(), fit(SLOTH.replace("\n", "\r\n")).question());
        assertEquals(fit(SLOTH).question(), fit(SLOTH.replace("\n", "\r")).question());
        assertEquals(fit(SLOTH).question(), fit(SLOTH.stripTrailing()).question());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() {
        assertEquals(fit(SLOTH).question(), fit("\ufeff" + SLOTH).question());
    }

    @Test
    void trueAndFalseMakeATrueFalseQuestion() {
        ParsedItem.Fit item = fit("#Q Sharks sleep.\n^ False\nA False\nB True\n");

        assertEquals(QuestionKind.BOOLEAN, item.question().kind());
        assertEquals(List.of("-True", "+False"), choices(item));
    }

    @Test
    void yesAndNoRemainChoices() {
        assertEquals(
                QuestionKind.SINGLE,
                fit("#Q Is it?\n^ Yes\nA Yes\nB No\n").question().kind());
    }

    @Test
    void aVerseKeepsItsLinesEvenThoseThatLookLikeChoices() {
        ParsedItem.Fit item = fit("""
                #Q Whose song is this?

                A distant ship, smoke on the horizon

                I can't hear what you're saying
                ^ Pink Floyd
                A Pink Floyd
                B Aerosmith
                """);

        assertEquals(
                "Whose song is this?\nA distant ship, smoke on the horizon\nI can't hear what you're saying",
                item.question().text());
        assertEquals(List.of("+Pink Floyd", "-Aerosmith"), choices(item));
    }

    @Test
    void eachLineIsDecodedByItself() {
        ParsedItem.Fit item =
                fit(bytes("#Q Who is Ren\u00c3\u00a9e?\n^ Pen\u00e9lope\nA Pen\u00e9lope\nB \u0093Ann\u0094\u0085\n"));

        assertEquals("Who is Renée?", item.question().text());
        assertEquals(List.of("+Penélope", "-“Ann”…"), choices(item));
        assertEquals(List.of(), item.repairs());
    }

    @Test
    void aQuotationMarkThatLostAByteIsRestored() {
        ParsedItem.Fit item = fit(bytes("#Q Who is \u00e2\u0080\u009cThe King\u00e2\u0080??\n^ A\nA A\nB B\n"));

        assertEquals("Who is “The King”?", item.question().text());
        assertEquals(List.of("quotation-mark-restored"), Parsing.repairs(item));
    }

    @Test
    void aLineThatMixesEncodingsIsRepaired() {
        ParsedItem.Fit item = fit(bytes("#Q Caf\u00c3\u00a9 or caf\u00e9?\n^ A\nA A\nB B\n"));

        assertEquals("Café or café?", item.question().text());
        assertEquals(List.of("mixed-encoding"), Parsing.repairs(item));
    }

    @Test
    void anAccentedLetterBeforeAQuestionMarkIsNoDamage() {
        assertEquals(
                "Who owned the café?",
                fit(bytes("#Q Who owned the caf\u00e9?\n^ A\nA A\nB B\n"))
                        .question()
                        .text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#Q Greek - \u00cf\u0086\u00cf?\u00cf\u0083\u00ce\u00b9\u00cf\u0082\n^ A\nA A\nB B\n",
                "#Q \u00d0?n order?\n^ A\nA A\nB B\n",
                "#Q What?\n^ A\nA A\u0081\nB B\n",
                "#Q What \u00ef\u00bf\u00bd?\n^ A\nA A\nB B\n"
            })
    void aLostCharacterIsRefused(String latin) {
        assertEquals("damaged-character", Parsing.refusal(OPENTRIVIAQA, bytes(latin)));
    }

    @Test
    void utf8ThatWasReadAsWindowsIsPutRight() {
        ParsedItem.Fit item = fit("#Q The CafÃ© said â€œHelloâ€?\n^ A\nA A\nB B\n");

        assertEquals("The Café said “Hello”", item.question().text());
        assertEquals(List.of("mojibake"), Parsing.repairs(item));
    }

    @Test
    void invisibleCharactersAreTakenOut() {
        ParsedItem.Fit item = fit("#Q Who?\n^ Mazzini\nA Mazzini\u200e\nB Other\n");

        assertEquals(List.of("+Mazzini", "-Other"), choices(item));
        assertEquals(List.of("invisible-characters"), Parsing.repairs(item));
    }

    @Test
    void nextLineAndTabAreSpace() {
        assertEquals(
                "What\nis it?",
                fit("#Q What\u0085is \t it?\n^ A\nA A\nB B\n").question().text());
    }

    @Test
    void controlCharactersAreRefused() {
        assertEquals("control-character", refusal("#Q What\u0007?\n^ A\nA A\nB B\n"));
    }

    @Test
    void aRepeatedWrongChoiceIsDropped() {
        ParsedItem.Fit item = fit("#Q What?\n^ Ned\nA Conseil\nB Pierre\nC Ned\nD  Pierre \n");

        assertEquals(List.of("-Conseil", "-Pierre", "+Ned"), choices(item));
        assertEquals(List.of("duplicate-choice"), Parsing.repairs(item));
    }

    @Test
    void aRepeatedRightChoiceIsDroppedSinceTheAnswerIsAText() {
        assertEquals(List.of("-8", "+3", "-5"), choices(fit("#Q How many?\n^ 3\nA 8\nB 3\nC 5\nD 3\n")));
    }

    @Test
    void anEmptyWrongChoiceIsDropped() {
        ParsedItem.Fit item = fit("#Q What?\n^ All\nA \nB All\nC One\n");

        assertEquals(List.of("+All", "-One"), choices(item));
        assertEquals(List.of("empty-choice"), Parsing.repairs(item));
    }

    @Test
    void twoEqualChoicesAreTooFew() {
        assertEquals("choices-missing", refusal("#Q What?\n^ A\nA A\nB A\n"));
    }

    @Test
    void anAnswerInAnotherSpellingIsTheChoice() {
        ParsedItem.Fit item = fit("#Q What?\n^ dont  stop!\nA Don't Stop\nB Stop\n");

        assertEquals(List.of("+Don't Stop", "-Stop"), choices(item));
        assertEquals(List.of("answer-spelled-differently"), Parsing.repairs(item));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Four", "4", "B", "40"})
    void anAnswerThatIsNoChoiceIsRefused(String answer) {
        assertEquals("answer-not-among-choices", refusal("#Q What?\n^ " + answer + "\nA -4\nB 4.5\nC 14\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#Q What?\nA One\nB Two\n",
                "#Q What?\n^\nA One\nB Two\n",
            })
    void aQuestionWithoutAnAnswerIsRefused(String file) {
        assertEquals("answer-missing", refusal(file));
    }

    @Test
    void aQuestionWithoutChoicesIsRefused() {
        assertEquals("choices-missing", refusal("#Q What?\n^ One\n"));
    }

    @Test
    void aQuestionWithoutATextIsRefused() {
        assertEquals("empty-question", refusal("#Q  \n^ One\nA One\nB Two\n"));
    }

    @Test
    void twoAnswersAreRefused() {
        assertEquals("several-answers", refusal("#Q What?\n^ One\n^ Two\nA One\nB Two\n"));
    }

    @Test
    void aStrayLineAmongTheChoicesIsRefusedWithItsOwnLine() {
        List<ParsedItem> items = all("#Q What?\n^ One\nA One\nwhat is this\nB Two\n\n" + SLOTH);

        ParsedItem.Refused refused = assertInstanceOf(ParsedItem.Refused.class, items.get(0));
        assertEquals("stray-line", refused.note().code());
        assertEquals(4, refused.line());
        assertInstanceOf(ParsedItem.Fit.class, items.get(1));
    }

    @Test
    void aStrayLineBetweenQuestionsCostsNoQuestion() {
        List<ParsedItem> items = all("preface\nof two lines\n\n" + SLOTH + "\nI am lost\n\n" + SLOTH);

        assertEquals(
                List.of("Refused 1", "Fit 4", "Refused 11", "Fit 13"),
                items.stream()
                        .map(item -> item.getClass().getSimpleName() + " " + item.line())
                        .toList());
    }

    @Test
    void choicesMayHaveBlankLinesBetweenThem() {
        assertEquals(List.of("-One", "+Two", "-Three"), choices(fit("#Q What?\n^ Two\n\nA One\n\nB Two\n\nC Three\n")));
    }

    @Test
    void aQuestionThatFollowsWithoutABlankLineIsItsOwn() {
        assertEquals(2, all(SLOTH + SLOTH.replace("hibernate", "swim")).size());
    }

    @Test
    void longTextsAreTakenUpToTheirBounds() {
        String text = "x".repeat(1000);
        String choice = "y".repeat(300);

        assertEquals(
                text,
                fit("#Q " + text + "\n^ A\nA A\nB " + choice + "\n").question().text());
        assertEquals("question-too-long", refusal("#Q " + text + "x\n^ A\nA A\nB B\n"));
        assertEquals("choice-too-long", refusal("#Q What?\n^ A\nA A\nB " + choice + "y\n"));
    }

    private static List<ParsedItem> all(String file) {
        return Parsing.all(OPENTRIVIAQA, file);
    }

    private static ParsedItem.Fit fit(String file) {
        return Parsing.fit(OPENTRIVIAQA, file);
    }

    private static ParsedItem.Fit fit(byte[] file) {
        return Parsing.fit(OPENTRIVIAQA, file);
    }

    private static String refusal(String file) {
        return Parsing.refusal(OPENTRIVIAQA, file);
    }
}
