package app.vstrivia.api.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PausesTest {
    private final Pauses pauses = new Pauses(Duration.ofSeconds(2));

    @Test
    void aPauseIsTwiceAsLongAsTheOneBeforeUpToAnHour() {
        for (int failures = 0; failures < 60; failures++) {
            Duration pause = pauses.after(failures, new Random(failures));

            long whole = Math.min(2_000L << Math.min(failures, 20), Pauses.LONGEST.toMillis());
            assertTrue(pause.toMillis() >= whole / 2 && pause.toMillis() <= whole, pause + " after " + failures);
        }
    }

    @Test
    void whatFailedTogetherDoesNotComeBackTogether() {
        Random random = new Random(1);

        long different = random.ints(100)
                .mapToObj(i -> pauses.after(5, random))
                .distinct()
                .count();

        assertTrue(different > 95);
        assertEquals(pauses.after(5, new Random(3)), pauses.after(5, new Random(3)));
    }
}
