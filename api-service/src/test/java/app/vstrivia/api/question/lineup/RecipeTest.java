package app.vstrivia.api.question.lineup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.api.question.Difficulty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {
    @Test
    void whatIsNotSaidBecomesTheDefault() throws JsonProcessingException {
        Recipe recipe = new ObjectMapper().readValue("{}", Recipe.class);

        assertEquals(new Recipe(List.of(), List.of(Difficulty.values()), 10, "en"), recipe);
        assertEquals(10, recipe.count());
    }

    @Test
    void recipesThatAskForTheSameAreEqual() {
        assertEquals(
                new Recipe(List.of("a", "b"), List.of(Difficulty.EASY, Difficulty.HARD), 5, "en"),
                new Recipe(List.of("b", "a", "b"), List.of(Difficulty.HARD, Difficulty.EASY), 5, "EN"));
    }

    @Test
    void theOrderOfPartsDoesNotMatter() {
        RecipePart hard = new RecipePart(List.of("a"), List.of(Difficulty.HARD), 3);
        RecipePart any = new RecipePart(List.of("b", "a"), null, 4);

        assertEquals(new Recipe(List.of(hard, any), "en"), new Recipe(List.of(any, hard), "en"));
    }

    @Test
    void partsAreBoundedTogether() {
        RecipePart part = new RecipePart(null, null, 26);

        assertThrows(InvalidRecipe.class, () -> new Recipe(List.of(part, part), null));
        assertThrows(
                InvalidRecipe.class, () -> new Recipe(Collections.nCopies(21, new RecipePart(null, null, 1)), null));
        assertThrows(InvalidRecipe.class, () -> new Recipe(Collections.singletonList(null), null));
        List<String> many = IntStream.range(0, 51).mapToObj(i -> "c" + i).toList();
        RecipePart wide = new RecipePart(many, null, 1);
        assertThrows(InvalidRecipe.class, () -> new Recipe(List.of(wide, wide), null));
    }

    @Test
    void tagsAreBoundedAndWrittenInOneWay() {
        assertEquals(
                new RecipePart(null, null, 1, List.of("a", "b c")),
                new RecipePart(null, null, 1, List.of(" B c", "A", "a")));
        assertThrows(InvalidRecipe.class, () -> new RecipePart(null, null, 1, List.of(" ")));
        assertThrows(InvalidRecipe.class, () -> new RecipePart(null, null, 1, List.of("x".repeat(51))));
        assertThrows(InvalidRecipe.class, () -> new RecipePart(null, null, 1, List.of("a", "b", "c", "d", "e", "f")));
        assertThrows(InvalidRecipe.class, () -> new RecipePart(null, null, 1, Collections.singletonList(null)));
        List<RecipePart> parts = IntStream.range(0, 7)
                .mapToObj(i -> new RecipePart(null, null, 1, List.of("a" + i, "b" + i, "c" + i)))
                .toList();
        assertThrows(InvalidRecipe.class, () -> new Recipe(parts, null));
    }

    @Test
    void aRecipeSaysThingsOnce() {
        List<RecipePart> parts = List.of(new RecipePart(List.of("a"), null, 3), new RecipePart(null, null, 4));

        assertEquals(7, Recipe.of(List.of(), null, 7, null, parts).count());
        assertThrows(InvalidRecipe.class, () -> Recipe.of(null, null, 8, null, parts));
        assertThrows(InvalidRecipe.class, () -> Recipe.of(List.of("b"), null, null, null, parts));
        assertThrows(InvalidRecipe.class, () -> Recipe.of(null, List.of(Difficulty.EASY), null, null, parts));
        assertThrows(InvalidRecipe.class, () -> Recipe.of(null, null, null, null, parts, List.of("cats")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 51})
    void aCountOutOfRangeIsRefused(int count) {
        assertThrows(InvalidRecipe.class, () -> new Recipe(null, null, count, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "english", "e", "en_US"})
    void aLanguageThatIsNoTagIsRefused(String language) {
        assertThrows(InvalidRecipe.class, () -> new Recipe(null, null, 10, language));
    }
}
