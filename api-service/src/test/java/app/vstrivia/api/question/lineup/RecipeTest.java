package app.vstrivia.api.question.lineup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.api.question.Difficulty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {
    @Test
    void whatIsNotSaidBecomesTheDefault() throws JsonProcessingException {
        Recipe recipe = new ObjectMapper().readValue("{}", Recipe.class);

        assertEquals(new Recipe(List.of(), List.of(Difficulty.values()), 10, "en"), recipe);
    }

    @Test
    void recipesThatAskForTheSameAreEqual() {
        assertEquals(
                new Recipe(List.of("a", "b"), List.of(Difficulty.EASY, Difficulty.HARD), 5, "en"),
                new Recipe(List.of("b", "a", "b"), List.of(Difficulty.HARD, Difficulty.EASY), 5, "EN"));
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
