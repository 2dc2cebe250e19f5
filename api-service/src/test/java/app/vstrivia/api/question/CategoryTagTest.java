package app.vstrivia.api.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryTagTest {
    @Test
    void aPathNamesTheWidestFirst() {
        CategoryTag tag = CategoryTag.path(List.of("Science", "Physics & Light"));

        assertEquals("science.physics-light", tag.slug());
        assertEquals("science", tag.parent().slug());
        assertEquals(List.of("Science", "Physics & Light"), tag.path());
        assertEquals(CategoryTag.named("Science"), tag.parent());
    }

    @Test
    void ofOneNameThereMayBeOneInEachCategory() {
        assertNotEquals(
                CategoryTag.path(List.of("Music", "General")).slug(),
                CategoryTag.path(List.of("Film", "General")).slug());
        assertNotEquals(
                CategoryTag.path(List.of("Music", "General")).slug(),
                CategoryTag.named("Music.General").slug());
    }

    @Test
    void aPathHasOneToFourNames() {
        String longest = "x".repeat(64);
        assertThrows(
                IllegalArgumentException.class, () -> CategoryTag.path(List.of(longest, longest, longest, longest)));
        assertThrows(IllegalArgumentException.class, () -> CategoryTag.path(List.of()));
        assertThrows(IllegalArgumentException.class, () -> CategoryTag.path(List.of("a", "b", "c", "d", "e")));
        assertThrows(IllegalArgumentException.class, () -> CategoryTag.path(List.of("a", "?")));
    }
}
