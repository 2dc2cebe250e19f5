package app.vstrivia.model.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CC BY 4.0",
                "cc-by-3.0",
                "CC BY-SA 2.5",
                "CC-BY-NC-4.0",
                "CC BY-ND 3.0 DE",
                "CC_BY-NC-SA 4.0",
                "CC BY-NC-ND 4.0",
                "CC 4.0 BY",
                "CC 4.0 BY-SA International",
                "CC-4.0-BY",
                "CC BY4.0",
                "CCBY",
                "CCBYSA",
                "ccby-nc-4.0",
                "CC SA 1.0",
                "CC-NC-1.0",
                "(CC) BY",
                "CC",
                "Creative Commons",
                "Creative Commons BY 4.0",
                "Creative Commons 4.0 BY",
                "Creative Commons Attribution-ShareAlike 3.0",
                "CreativeCommons BY-NC",
                "creative-commons-nc-nd-2.0",
                "Creative Commons Namensnennung 3.0",
                "Creative Commons Lizenz",
                "https://creativecommons.org/licenses/by/4.0/",
                "ODbL 1.0",
                "ODC-By-1.0",
                "GFDL 1.3",
                "GNU Free Documentation License",
                "Open Government Licence v3.0",
                "Licence Ouverte 2.0",
                "DL-DE/BY-2.0",
                "Free Art License",
                "Apache-2.0",
                "MIT",
                "BSD-3-Clause",
                "GPLv3",
                "LGPL-2.1"
            })
    void whatIsAskedForIsSaidAlsoWhereAFileNamesNobody(String licence) {
        assertEquals(List.of("A collection (" + licence + ")"), Credits.of("A collection", licence, null, null, null));
        assertEquals(List.of("A collection (" + licence + ")"), Credits.of("A collection", null, null, licence, null));
        assertEquals(List.of(licence), Credits.of(null, licence, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CC0",
                "CC0 1.0",
                "CC Zero",
                "CC_0",
                "Creative Commons 0",
                "Creative Commons CC0",
                "Creative Commons Zero v1.0 Universal",
                "creative-commons-zero",
                "Creative Commons Public Domain Dedication",
                "CC-PDDC",
                "CC-PDM-1.0",
                "https://creativecommons.org/publicdomain/zero/1.0/",
                "Public Domain Mark 1.0",
                "PDDL",
                "The Unlicense",
                "0BSD"
            })
    void whatIsGivenAwayAsksForNothing(String licence) {
        assertNull(Credits.of("A collection", licence, "Ann", null, null));
        assertNull(Credits.of("A collection", null, null, licence, "Ann"));
    }

    @Test
    void whatAnAuthorSaysHasToBeSaidIsSaidWithoutALicence() {
        assertEquals(List.of("Ann", "Bob"), Credits.of("A collection", null, "Ann", null, "Bob"));
        assertNull(Credits.of("A collection", "Submitted by hand", null, null, null));
    }

    @Test
    void aPictureWithoutALicenceOfItsOwnIsCreditedWithItsQuestion() {
        assertEquals(List.of("Ann (CC BY 4.0)"), Credits.of("A collection", "CC BY 4.0", "Ann", null, null));
        assertEquals(
                List.of("A collection (CC BY 4.0)", "Bob (CC BY 4.0)"),
                Credits.of("A collection", "CC BY 4.0", null, null, "Bob"));
    }

    @Test
    void theSameIsSaidOnce() {
        assertEquals(List.of("Ann (CC BY 4.0)"), Credits.of("A collection", "CC BY 4.0", "Ann", null, "Ann"));
    }
}
