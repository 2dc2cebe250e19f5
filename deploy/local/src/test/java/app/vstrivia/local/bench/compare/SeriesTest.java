package app.vstrivia.local.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theMedianIsTheMiddleOneOrBetweenTheTwoMiddleOnes() {
        assertEquals(new Series(2, 1, 9), Series.of(9, 1, 2));
        assertEquals(new Series(2.5, 1, 9), Series.of(9, 1, 2, 3));
        assertEquals(Series.NONE, Series.of());
    }

    @Test
    void aRatioIsToTheReferenceOfTheSameRound() throws Exception {
        ComparedRuns runs = new ComparedRuns("c");
        for (double[] round : new double[][] {{2, 3}, {4, 6}, {8, 8}}) {
            runs.add(ComparedMode.DUEL, "c", run(round[0], 0));
            runs.add(ComparedMode.DUEL, "ours", run(round[1], 0));
        }

        JsonNode ours = rows(runs).get(1);

        assertEquals("ours", ours.path("peer").asText());
        assertEquals(1.5, ours.path("ratio").path("median").asDouble());
        assertEquals(1.0, ours.path("ratio").path("least").asDouble());
        assertEquals(6.0, ours.path("cpu_sched_us_per_msg").path("median").asDouble());
        assertTrue(runs.complete());
    }

    @Test
    void whatIsLostOrNeverEndedMakesAComparisonIncomplete() throws Exception {
        ComparedRuns lost = new ComparedRuns("c");
        lost.add(ComparedMode.DUEL, "c", run(2, 1));
        ComparedRuns ended = new ComparedRuns("c");
        ended.add(ComparedMode.DUEL, "c", Optional.empty());

        assertFalse(lost.complete());
        assertFalse(ended.complete());
    }

    private static Optional<JsonNode> run(double cost, int lost) throws Exception {
        return Optional.of(JSON.readTree("{\"cpu_sched_us_per_msg\":" + cost + ",\"lost\":" + lost
                + ",\"dup\":0,\"misrouted\":0,\"conns\":2,\"joined\":2,\"unexpected_close\":0}"));
    }

    private static List<JsonNode> rows(ComparedRuns runs) throws Exception {
        CompareOptions options =
                new CompareOptions(Path.of("x"), List.of(), List.of("c"), 1, Path.of("jdk"), "", 6, 30);
        List<JsonNode> rows = new ArrayList<>();
        JSON.readTree(runs.toJson(options)).path("rows").forEach(rows::add);
        return rows;
    }
}
