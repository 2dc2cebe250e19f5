package app.vstrivia.model.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
