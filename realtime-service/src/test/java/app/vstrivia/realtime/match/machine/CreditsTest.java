package app.vstrivia.realtime.match.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class CreditsTest {
    @Test
    void whoMadeItIsSaidWhereTheLicenceAsksForIt() {
        assertEquals(List.of("Ann (CC BY 4.0)"), Credits.of("A collection", "CC BY 4.0", "Ann", null, null));
        assertEquals(
                List.of("A collection (CC BY-SA 4.0)"), Credits.of("A collection", "CC BY-SA 4.0", null, null, null));
        assertEquals(
                List.of("Ann (CC BY 4.0)", "Photo: Bob (CC BY-SA 3.0)"),
                Credits.of("A collection", "CC BY 4.0", "Ann", "CC BY-SA 3.0", "Photo: Bob"));
    }

    @Test
    void ofWhatIsGivenAwayNothingIsSaid() {
        assertNull(Credits.of("A collection", "CC0-1.0", "Ann", null, null));
        assertNull(Credits.of("A collection", "Public domain", "Ann", null, "Bob"));
        assertNull(Credits.of("VS Trivia", "Proprietary", null, null, null));
        assertEquals(
                List.of("Photo: Bob (CC BY 4.0)"),
                Credits.of("A collection", "CC0-1.0", "Ann", "CC BY 4.0", "Photo: Bob"));
    }

    @Test
    void theSameIsSaidOnce() {
        assertEquals(List.of("Ann (CC BY 4.0)"), Credits.of("A collection", "CC BY 4.0", "Ann", null, "Ann"));
    }
}
