package app.vstrivia.api.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.vstrivia.model.match.QuestionType;
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
        List<Choice> wrong =
                Arrays.stream(choices).map(choice -> new Choice(choice, false)).toList();
        return Fingerprint.of(new NewQuestion(
                QuestionType.SINGLE,
                text,
                wrong,
                null,
                CategoryTag.named("general"),
                Difficulty.EASY,
                language,
                "source",
                "licence"));
    }
}
