package app.vstrivia.api.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryTagTest {
    @Test
    void aPathNamesTheWidestFirst() {
        CategoryTag tag = CategoryTag.path(List.of("Science", "Physics & Light"));

        assertEquals("physics-light", tag.slug());
        assertEquals("science", tag.parent().slug());
        assertEquals(List.of("Science", "Physics & Light"), tag.path());
        assertEquals(CategoryTag.named("Science"), tag.parent());
    }

    @Test
    void aCategoryIsNoPartOfItself() {
        assertThrows(IllegalArgumentException.class, () -> CategoryTag.path(List.of("A", "B", "a")));
        assertThrows(IllegalArgumentException.class, () -> CategoryTag.path(List.of()));
        assertThrows(IllegalArgumentException.class, () -> CategoryTag.path(List.of("a", "b", "c", "d", "e")));
        assertThrows(IllegalArgumentException.class, () -> CategoryTag.path(List.of("a", "?")));
    }
}
