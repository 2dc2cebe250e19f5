package app.vstrivia.api.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.api.platform.bulkhead.AllTaken;
import app.vstrivia.api.platform.bulkhead.Seats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowJobsTest {

    private static int seats(SlowJobs jobs, String... kinds) {
        int taken = 0;
        for (String kind : kinds) {
            try {
                while (true) {
                    jobs.take(kind);
                    taken++;
                }
            } catch (AllTaken all) {
                // The next kind.
            }
        }
        return taken;
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 1, 1", "3, 1, 2", "5, 3, 4", "8, 6, 7"})
    void aThreadIsThereForQuickJobsAndOneForAnotherKind(int threads, int ofAKind, int together) {
        assertEquals(ofAKind, seats(new SlowJobs(threads), "import"));
        assertEquals(together, seats(new SlowJobs(threads), "import", "delivery", "mail"));
    }

    @Test
    void aSeatThatIsGivenBackIsForAnyKind() {
        SlowJobs jobs = new SlowJobs(3);
        Seats.Seat first = jobs.take("import");
        jobs.take("delivery");
        assertThrows(AllTaken.class, () -> jobs.take("mail"));

        first.close();

        jobs.take("mail");
        assertThrows(AllTaken.class, () -> jobs.take("import"));
    }

    @Test
    void whoFindsNoneOfAllTakesNoneOfItsKind() {
        SlowJobs jobs = new SlowJobs(3);
        Seats.Seat first = jobs.take("import");
        jobs.take("delivery");
        for (int i = 0; i < 10; i++) {
            assertThrows(AllTaken.class, () -> jobs.take("mail"));
        }

        first.close();

        jobs.take("mail");
    }
}
