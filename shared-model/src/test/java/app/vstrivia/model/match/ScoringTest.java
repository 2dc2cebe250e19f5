package app.vstrivia.model.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.protocol.ShownSolution;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {
    private static final int RIGHT = 0b0010;
    private static final int WRONG = 0b0001;

    @ParameterizedTest
    @CsvSource({
        "2000,30000,967",
        "0,30000,1000",
        "500,30000,1000",
        "501,1000,750",
        "30000,30000,500",
        "15000,30000,750",
        "99999,30000,500",
        "3333,10000,833"
    })
    void kahootTakesHalfOfThePointsForTheWholeTime(int elapsed, int limit, int points) {
        assertEquals(points, Scoring.KAHOOT.points(QuestionType.SINGLE, RIGHT, RIGHT, elapsed, limit));
    }

    @Test
    void aWrongAnswerIsWorthNothingHoweverFast() {
        assertEquals(0, Scoring.KAHOOT.points(QuestionType.SINGLE, RIGHT, WRONG, 0, 30_000));
        assertEquals(0, Scoring.ACCURACY.points(QuestionType.BOOLEAN, RIGHT, WRONG, 0, 30_000));
    }

    @ParameterizedTest
    @CsvSource({"3,3,1000", "3,1,500", "7,7,1500", "3,5,0", "3,7,0"})
    void kahootGivesFiveHundredForEachRightChoiceAndNothingWithAWrongOne(int correct, int chosen, int points) {
        assertEquals(points, Scoring.KAHOOT.points(QuestionType.MULTIPLE, correct, chosen, 100, 30_000));
    }

    @ParameterizedTest
    @CsvSource({"3,3,1000", "3,1,500", "3,7,500", "3,5,0", "3,12,0", "7,3,667"})
    void accuracyGivesTheShareOfTheRightChoicesLessTheWrongOnes(int correct, int chosen, int points) {
        assertEquals(points, Scoring.ACCURACY.points(QuestionType.MULTIPLE, correct, chosen, 29_000, 30_000));
    }

    @Test
    void timeDoesNotMatterForAccuracy() {
        assertEquals(1000, Scoring.ACCURACY.points(QuestionType.SINGLE, RIGHT, RIGHT, 29_999, 30_000));
    }

    @ParameterizedTest
    @CsvSource({"42.195,1000", "42.2,1000", "42.19,1000", "42.205,1000", "42.2051,0", "42.1849,0", "-42.195,0"})
    void aNumberIsRightWithinItsTolerance(String given, int points) {
        Solution solution = new Solution.Near(new BigDecimal("42.195"), new BigDecimal("0.01"));
        Given number = new Given.Number(new BigDecimal(given));

        assertEquals(points, Scoring.KAHOOT.points(QuestionType.NUMERIC, solution, number, 100, 30_000));
        assertEquals(points, Scoring.ACCURACY.points(QuestionType.NUMERIC, solution, number, 29_000, 30_000));
    }

    @ParameterizedTest
    @CsvSource({"2 0 1 3,967,1000", "2 0 3 1,0,500", "3 1 0 2,0,0", "0 2 1 3,0,500"})
    void anOrderIsRightAsAWholeOrByItsPlaces(String given, int kahoot, int accuracy) {
        Solution solution = new Solution.Sequence(List.of(2, 0, 1, 3));
        Given order = new Given.Order(
                Stream.of(given.split(" ")).map(Integer::valueOf).toList());

        assertEquals(kahoot, Scoring.KAHOOT.points(QuestionType.ORDERING, solution, order, 2_000, 30_000));
        assertEquals(accuracy, Scoring.ACCURACY.points(QuestionType.ORDERING, solution, order, 2_000, 30_000));
    }

    @ParameterizedTest
    @CsvSource({"sao paulo!,967", "SAO  PAULO,967", "Sampa,967", "Rio,0", "?,0"})
    void aTextIsRightInAnySpelling(String given, int points) {
        Solution solution = Solution.Spelled.of(List.of("São Paulo", "Sampa"));

        assertEquals(points, Scoring.KAHOOT.points(QuestionType.TEXT, solution, new Given.Text(given), 2_000, 30_000));
    }

    @Test
    void aPollAndAnAnswerOfAnotherKindAreWorthNothing() {
        Given choice = new Given.Choice(1);

        for (Scoring scoring : Scoring.values()) {
            assertEquals(0, scoring.points(QuestionType.POLL, new Solution.None(), choice, 0, 30_000));
            assertEquals(0, scoring.points(QuestionType.TEXT, Solution.Spelled.of(List.of("a")), choice, 0, 30_000));
            assertEquals(
                    0, scoring.points(QuestionType.SINGLE, new Solution.Marked(1), new Given.Text("a"), 0, 30_000));
        }
    }

    @Test
    void solutionsOfAllKindsComeBackFromTheTable() {
        assertEquals(new Solution.Marked(2), again(QuestionType.MULTIPLE, new Solution.Marked(2)));
        Solution near = new Solution.Near(new BigDecimal("0.0000001"), BigDecimal.ZERO);
        assertEquals(near, again(QuestionType.NUMERIC, near));
        Solution order = new Solution.Sequence(List.of(1, 0));
        assertEquals(order, again(QuestionType.ORDERING, order));
        Solution texts = Solution.Spelled.of(List.of("é", "b"));
        assertEquals(texts, again(QuestionType.TEXT, texts));
        assertEquals(new Solution.None(), again(QuestionType.POLL, new Solution.None()));
    }

    private static Solution again(QuestionType type, Solution solution) {
        String stored = ProtocolCodec.encodePart(solution.shown());
        return Solution.of(type, solution.mask(), ProtocolCodec.decodePart(stored, ShownSolution.class));
    }
}
