package app.vstrivia.model.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.vstrivia.model.protocol.MatchEvent.Finished.Drawn;
import app.vstrivia.model.protocol.ShownSolution;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineupHashTest {
    private static final UUID QUESTION = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private static final Drawn DRAWN = new Drawn(1, QUESTION, List.of("a", "b"), List.of(0, 1));

    /** Computed with: printf '00ff\n1:018f0000-0000-7000-8000-000000000001:0,1\na\nb\n' | sha256sum */
    @Test
    void isTheDigestOfTheDocumentedText() {
        assertEquals(
                "be102db0af509c36122267cca57a9221181064de5ffb41b6914396689e5219e0",
                LineupHash.of("00ff", List.of(DRAWN)));
    }

    @Test
    void changesWithTheNonceAndWithTheSolution() {
        String hash = LineupHash.of("00ff", List.of(DRAWN));

        assertNotEquals(hash, LineupHash.of("00fe", List.of(DRAWN)));
        assertNotEquals(hash, LineupHash.of("00ff", List.of(new Drawn(1, QUESTION, List.of("a", "b"), List.of(1)))));
    }

    @Test
    void theSolutionIsBoundWhereChoicesDoNotSayIt() {
        Drawn text = drawn(new ShownSolution(null, null, null, List.of("x", "y")));

        assertNotEquals(LineupHash.of("00ff", List.of(text)), LineupHash.of("00ff", List.of(drawn(null))));
        for (ShownSolution other : List.of(
                new ShownSolution("1", "0", null, null),
                new ShownSolution("1", "0.5", null, null),
                new ShownSolution(null, null, List.of(0, 1), null),
                new ShownSolution(null, null, List.of(1, 0), null))) {
            assertNotEquals(LineupHash.of("00ff", List.of(text)), LineupHash.of("00ff", List.of(drawn(other))));
        }
    }

    private static Drawn drawn(ShownSolution solution) {
        return new Drawn(1, QUESTION, List.of("a", "b"), List.of(), solution);
    }
}
