package app.vstrivia.api.question.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.question.Difficulty;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayRecordTest {
    @ParameterizedTest
    @CsvSource({"29,29,", "30,21,EASY", "30,20,MEDIUM", "30,12,MEDIUM", "30,11,HARD", "1000,0,HARD", "0,0,"})
    void difficultyFollowsFromTheShareOfRightAnswers(long answers, long correct, Difficulty difficulty) {
        assertEquals(Optional.ofNullable(difficulty), new PlayRecord(answers, correct).difficulty());
    }
}
