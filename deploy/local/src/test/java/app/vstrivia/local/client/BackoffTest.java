package app.vstrivia.local.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void theWaitIsRandomAndItsBoundDoublesUpToThreeSeconds() {
        Backoff backoff = new Backoff(new Random(1));
        long[] bounds = {250, 500, 1000, 2000, 3000, 3000};

        for (long bound : bounds) {
            assertTrue(backoff.next().toMillis() <= bound);
        }
        for (int attempt = 0; attempt < 1000; attempt++) {
            assertTrue(backoff.next().toMillis() <= 3000);
        }
    }
}
