package app.vstrivia.api.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.model.text.Decimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionBodyTest {
    private static final Choice RIGHT = new Choice("a", true);
    private static final Choice WRONG = new Choice("b", false);

    @Test
    void whatCouldNotBePlayedCannotBeWritten() {
        assertThrows(IllegalArgumentException.class, () -> new QuestionBody.Single(List.of(RIGHT, RIGHT)));
        assertThrows(IllegalArgumentException.class, () -> new QuestionBody.Single(List.of(RIGHT)));
        assertThrows(IllegalArgumentException.class, () -> new QuestionBody.Multiple(List.of(WRONG, WRONG)));
        assertThrows(IllegalArgumentException.class, () -> number("5", "-1", null));
        assertThrows(IllegalArgumentException.class, () -> number("11", "0", slider("0", "10", "1")));
        assertThrows(IllegalArgumentException.class, () -> slider("10", "0", "1"));
        assertThrows(IllegalArgumentException.class, () -> slider("0", "10", "0"));
        assertThrows(IllegalArgumentException.class, () -> new QuestionBody.Ordering(List.of("a", "a")));
        assertThrows(IllegalArgumentException.class, () -> new QuestionBody.Text(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new QuestionBody.Poll(List.of("a")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1e2147483647",
                "1e-2147483647",
                "1234567890123456",
                "1e-16",
                "",
                "x",
                "NaN",
                "0x1"
            })
    void numbersThatNobodyWritesAreRefused(String number) {
        assertThrows(IllegalArgumentException.class, () -> Decimal.of(number));
    }

    @Test
    void equalNumbersAreEqual() {
        assertEquals(Decimal.of("100"), Decimal.of(" 1e2 "));
        assertEquals(Decimal.of("0"), Decimal.of("-0.000"));
        assertEquals("100", Decimal.of("1E+2").toPlainString());
    }

    static Stream<QuestionBody> bodies() {
        return Stream.of(
                new QuestionBody.Single(List.of(WRONG, RIGHT)),
                new QuestionBody.Multiple(List.of(RIGHT, new Choice("c \"é\"", true), WRONG)),
                new QuestionBody.TrueFalse(true),
                new QuestionBody.TrueFalse(false),
                number("-3.14", "0.01", null),
                number("5", "0", slider("0", "10", "0.5")),
                new QuestionBody.Ordering(List.of("b", "a")),
                new QuestionBody.Text(List.of("Zürich")),
                new QuestionBody.Poll(List.of("yes", "no")));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void theTableGivesBackWhatItGot(QuestionBody body) {
        StoredBody stored = StoredBody.of(body);

        assertEquals(body, stored.body());
        assertEquals(!body.kind().isOfChoices(), stored.choices().equals("[]"));
    }

    private static QuestionBody number(String value, String tolerance, Slider slider) {
        return new QuestionBody.Numeric(Decimal.of(value), Decimal.of(tolerance), slider);
    }

    private static Slider slider(String min, String max, String step) {
        return new Slider(Decimal.of(min), Decimal.of(max), Decimal.of(step));
    }
}
