package app.vstrivia.model.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.model.protocol.ErrorCode;
import app.vstrivia.model.protocol.NumberScale;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTest {
    static Stream<Given> answers() {
        return Stream.of(
                new Given.Choice(5),
                new Given.Number(new BigDecimal("-0.000001")),
                new Given.Order(List.of(2, 0, 1)),
                new Given.Order(List.of(11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)),
                new Given.Text("#=>, é 😀"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void theTableGivesBackWhatItGot(Given given) {
        assertEquals(given, Given.stored(given.mask(), given.detail()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "1.",
                ".5",
                "+1",
                "1,5",
                "1 000",
                "1e3",
                "0x1",
                "NaN",
                "١",
                "1234567890123456",
                "0.1234567890123456"
            })
    void aNumberHasOneForm(String value) {
        assertThrows(IllegalArgumentException.class, () -> Given.of(null, value, null, null));
    }

    @Test
    void equalNumbersAreOneAnswer() {
        assertEquals(Given.of(null, "007.50", null, null), Given.of(null, "7.5", null, null));
        assertEquals(Given.of(null, "-0.0", null, null), Given.of(null, "0", null, null));
    }

    @Test
    void anOrderHasEachIndexOnce() {
        for (List<Integer> order : List.of(
                List.<Integer>of(), List.of(0), List.of(0, 0), List.of(1, 2), List.of(0, -1), Arrays.asList(0, null))) {
            assertThrows(IllegalArgumentException.class, () -> Given.of(null, null, order, null), order::toString);
        }
        assertEquals(new Given.Order(List.of(1, 0)), Given.of(null, null, List.of(1, 0), null));
    }

    @Test
    void aTextIsWhatOneCanType() {
        for (String text : List.of("", " \t", "a\u0000", "a\nb", "\ud800", "a".repeat(201), "😀".repeat(201))) {
            assertThrows(IllegalArgumentException.class, () -> Given.of(null, null, null, text));
        }
        assertEquals(new Given.Text("😀".repeat(200)), Given.of(null, null, null, "😀".repeat(200)));
    }

    @Test
    void anAnswerIsOfOneKind() {
        assertThrows(IllegalArgumentException.class, () -> Given.of(null, null, null, null));
        assertThrows(IllegalArgumentException.class, () -> Given.of(List.of(0), null, null, "a"));
        assertThrows(IllegalArgumentException.class, () -> Given.of(null, "1", List.of(0, 1), null));
    }

    @Test
    void aRoundTakesAnswersOfItsKindAlone() {
        Offer slider = Offer.of(QuestionType.NUMERIC, 0, new NumberScale("0", "10", "0.5"));
        Offer typed = Offer.of(QuestionType.NUMERIC, 0, null);
        Offer order = Offer.of(QuestionType.ORDERING, 3, null);
        Offer text = Offer.of(QuestionType.TEXT, 0, null);
        Offer poll = Offer.of(QuestionType.POLL, 2, null);
        Offer single = Offer.of(QuestionType.SINGLE, 4, null);

        assertNull(slider.refusal(number("10.0")));
        assertEquals(ErrorCode.BAD_ANSWER, slider.refusal(number("10.1")));
        assertEquals(ErrorCode.BAD_ANSWER, slider.refusal(number("-1")));
        assertNull(typed.refusal(number("-1")));
        assertNull(order.refusal(new Given.Order(List.of(2, 1, 0))));
        assertEquals(ErrorCode.BAD_ANSWER, order.refusal(new Given.Order(List.of(1, 0))));
        assertNull(text.refusal(new Given.Text("a")));
        assertNull(poll.refusal(new Given.Choice(2)));
        assertEquals(ErrorCode.BAD_CHOICE, poll.refusal(new Given.Choice(3)));
        assertEquals(ErrorCode.BAD_CHOICE, poll.refusal(new Given.Choice(4)));
        assertEquals(ErrorCode.BAD_ANSWER, single.refusal(new Given.Text("a")));
        for (Offer other : List.of(slider, typed, order, text)) {
            assertEquals(ErrorCode.BAD_ANSWER, other.refusal(new Given.Choice(1)));
        }
    }

    private static Given number(String value) {
        return Given.of(null, value, null, null);
    }
}
