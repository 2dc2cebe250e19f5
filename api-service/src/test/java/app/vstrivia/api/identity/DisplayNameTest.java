package app.vstrivia.api.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisplayNameTest {

    @Test
    void lettersOfAllScriptsAreWelcome() {
        for (String name : List.of("Zoë", "Ольга", "小林さん", "مريم", "Ada 42", "Jean-Luc", "🦊 Fox")) {
            assertEquals(name, DisplayName.parse(name).text());
        }
    }

    @Test
    void spaceIsCollapsed() {
        assertEquals(
                "Ada Lovelace",
                DisplayName.parse("  Ada \u00A0\u3000 Lovelace\u00A0").text());
    }

    @Test
    void equalNamesAreEqualText() {
        assertEquals(DisplayName.parse("Zoe\u0308"), DisplayName.parse("Zo\u00EB"));
    }

    @Test
    void theLengthCountsCharactersNotCodeUnits() {
        assertEquals("𝒜".repeat(24), DisplayName.parse("𝒜".repeat(24)).text());
        assertThrows(InvalidName.class, () -> DisplayName.parse("𝒜".repeat(25)));
        assertThrows(InvalidName.class, () -> DisplayName.parse("𝒜𝒜"));
    }

    @Test
    void whatCannotBeSeenIsRefused() {
        for (String hidden : List.of(
                "a\u0000bc",
                "a\tbc",
                "a\nbc",
                "ab\u202Ec",
                "ab\u2066c",
                "ab\u200Bc",
                "ab\u200Dc",
                "ab\u2028c",
                "ab\uE000c",
                "ab\uD800c",
                "ab\u0378c",
                "\uFEFFabc")) {
            assertThrows(InvalidName.class, () -> DisplayName.parse(hidden), hidden);
        }
    }

    @Test
    void aNameSaysSomething() {
        for (String empty : new String[] {null, "", "   ", "ab", "...", "🦊🦊🦊", "x".repeat(25)}) {
            assertThrows(InvalidName.class, () -> DisplayName.parse(empty), empty);
        }
    }
}
