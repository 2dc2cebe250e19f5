package app.vstrivia.realtime.match.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Scoring;
import app.vstrivia.realtime.testing.Fixture;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PointsRowsTest extends Fixture {
    private static final int LIMIT = 5_000;

    /** All choices of six, at moments before, at and after what the rules tell apart. */
    private static final String ANSWERS = IntStream.rangeClosed(1, 63)
            .mapToObj(choices -> IntStream.of(0, 499, 500, 501, 777, 1_234, 2_500, 3_333, 4_999, 5_000, 5_001, 9_000)
                    .mapToObj(elapsed -> "SELECT " + choices + " AS choices, " + elapsed + " AS elapsed_ms")
                    .collect(Collectors.joining(" UNION ALL ")))
            .collect(Collectors.joining(" UNION ALL "));

    @Inject
    Pool pool;

    @Test
    void theDatabaseCountsAsTheRulesDo() {
        for (Scoring scoring : Scoring.values()) {
            for (QuestionType type : QuestionType.values()) {
                for (int correct : new int[] {1, 2, 5, 7, 11, 32, 63}) {
                    compare(scoring, type, correct);
                }
            }
        }
    }

    private void compare(Scoring scoring, QuestionType type, int correct) {
        String points = PointsRows.points(scoring, type, correct, LIMIT);
        var rows = pool.query("SELECT choices, elapsed_ms, " + points + " AS points FROM (" + ANSWERS + ") a")
                .execute()
                .await()
                .indefinitely();
        assertEquals(63 * 12, rows.size());
        for (Row row : rows) {
            int choices = row.getInteger("choices");
            int elapsed = row.getInteger("elapsed_ms");
            assertEquals(
                    scoring.points(type, correct, choices, elapsed, LIMIT),
                    row.getLong("points"),
                    scoring + " " + type + " " + correct + ": " + choices + " after " + elapsed);
        }
    }
}
