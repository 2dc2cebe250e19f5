package app.vstrivia.api.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.vstrivia.model.text.Decimal;
import app.vstrivia.model.text.PlainForm;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
    @Test
    void spellingAndTheOrderOfChoicesDoNotCount() {
        assertEquals(
                of("Coca-Cola was  originally green.", "en", "Yes", "No"),
                of("“Coca Cola” was originally GREEN?", "en", "no!", "yes"));
    }

    @Test
    void textChoicesAndLanguageCount() {
        Fingerprint one = of("What?", "en", "Yes", "No");

        assertNotEquals(one, of("Who?", "en", "Yes", "No"));
        assertNotEquals(one, of("What?", "en", "Yes", "No", "Maybe"));
        assertNotEquals(one, of("What?", "de", "Yes", "No"));
    }

    @Test
    void whatIsTypedCountsAndHowItIsSpeltDoesNot() {
        assertEquals(typed("Paris", null), typed("paris!", null));
        assertNotEquals(typed("Paris", null), typed("London", null));
        assertEquals(number("5", "0"), number("5.0", "1"));
        assertNotEquals(number("5", "0"), number("6", "0"));
    }

    @Test
    void theSameWordsAboutAnotherPictureAreAnotherQuestion() {
        MediaRef one = new MediaRef(MediaRef.Kind.PICTURE, "media/one.png");
        MediaRef other = new MediaRef(MediaRef.Kind.PICTURE, "media/other.png");

        assertNotEquals(typed("Paris", one), typed("Paris", other));
    }

    @Test
    void theFingerprintsOfOlderQuestionsStay() {
        Fingerprint known = of("What?", "en", "Yes", "No");

        assertEquals("86150269089c060076a231a5a9eea1f1339019dd0e6d13897f9df964037afe63", known.hex());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-4 | 4",
                "1.5 | 15",
                "$25 | 25",
                "5 % | 5 $",
                "O+ | O-",
                "C# | C",
                "2+2 | 2-2",
                "10^24 | 10^ -24",
                "? | !",
                "1990-95 | 199095",
                "½ | 2"
            })
    void signsThatCarryMeaningStay(String one, String other) {
        assertNotEquals(PlainForm.of(one), PlainForm.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Don't | dont",
                "‘Rock ’n’ Roll’ | rock n roll",
                "STRASSE | straße",
                "ﬁne | fine",
                "e\u0301t\u00e9 | \u00c9T\u00c9",
                "well—known | well known",
                "a _____ b | a b",
                "\u0422he \u0410nn\u0435 | The Anne"
            })
    void spellingsOfOneThingAreEqual(String one, String other) {
        assertEquals(PlainForm.of(one), PlainForm.of(other));
    }

    private static Fingerprint of(String text, String language, String... choices) {
        List<Choice> right =
                Arrays.stream(choices).map(choice -> new Choice(choice, true)).toList();
        return of(new QuestionBody.Multiple(right), text, language, null);
    }

    private static Fingerprint typed(String answer, MediaRef media) {
        return of(new QuestionBody.Text(List.of(answer)), "Where is this?", "en", media);
    }

    private static Fingerprint number(String value, String tolerance) {
        QuestionBody body = new QuestionBody.Numeric(Decimal.of(value), Decimal.of(tolerance), null);
        return of(body, "How many?", "en", null);
    }

    private static Fingerprint of(QuestionBody body, String text, String language, MediaRef media) {
        return Fingerprint.of(new NewQuestion(
                body,
                text,
                null,
                media,
                CategoryTag.named("general"),
                List.of(),
                Difficulty.EASY,
                language,
                null,
                new Provenance("source", "licence", null)));
    }
}
