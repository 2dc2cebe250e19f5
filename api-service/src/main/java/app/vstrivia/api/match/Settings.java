package app.vstrivia.api.match;

import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.QuestionPool;
import app.vstrivia.api.question.lineup.Recipe;
import app.vstrivia.api.question.lineup.RecipePart;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.match.Scoring;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is played and how. What is not said becomes the default, and lists are sorted, so that settings which mean the
 * same are equal and have the same JSON.
 *
 * @param categories slugs; empty for all
 * @param difficulties null or empty becomes all
 * @param count of questions, 1 to 50; null becomes 10, or that of the parts together
 * @param language null becomes {@code en}
 * @param scoring null becomes {@link Scoring#KAHOOT}
 * @param pace null becomes {@link Pace#STANDARD}
 * @param types of questions; null, or {@code choice} alone, becomes empty, which stands for {@code choice}
 * @param parts in place of categories, difficulties and tags: how many questions of which, 2 to 20 of them; one part is the same
 *     as none
 * @param tags of which each question must have one, 5 at most; null or empty for any questions
 */
public record Settings(
        List<String> categories,
        List<Difficulty> difficulties,
        Integer count,
        String language,
        Scoring scoring,
        Pace pace,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
                description =
                        "In place of categories, difficulties and tags: how many questions of which; 50 in all at most")
        List<RecipePart> parts,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
                description =
                        "The types of questions, each question as likely as another. `choice` stands for single, multiple and"
                                + " boolean, and is what an empty list means")
        List<QuestionPool> types,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "Only questions that have one of these tags, 5 at most; empty for any questions")
        List<String> tags) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @throws app.vstrivia.api.question.lineup.InvalidRecipe if a value is out of its range */
    public Settings {
        Recipe recipe = Recipe.of(categories, difficulties, count, language, parts, tags)
                .of(types);
        types = recipe.types().equals(List.of(QuestionPool.CHOICE)) ? List.of() : recipe.types();
        boolean plain = recipe.parts().size() == 1;
        categories = plain ? recipe.parts().get(0).categories() : List.of();
        difficulties = plain ? recipe.parts().get(0).difficulties() : List.of();
        tags = plain ? recipe.parts().get(0).tags() : List.of();
        parts = plain ? List.of() : recipe.parts();
        count = recipe.count();
        language = recipe.language();
        scoring = scoring == null ? Scoring.KAHOOT : scoring;
        pace = pace == null ? Pace.STANDARD : pace;
    }

    /** Of choices. */
    public Settings(
            List<String> categories,
            List<Difficulty> difficulties,
            Integer count,
            String language,
            Scoring scoring,
            Pace pace,
            List<RecipePart> parts) {
        this(categories, difficulties, count, language, scoring, pace, parts, null);
    }

    /** Of whatever tags. */
    public Settings(
            List<String> categories,
            List<Difficulty> difficulties,
            Integer count,
            String language,
            Scoring scoring,
            Pace pace,
            List<RecipePart> parts,
            List<QuestionPool> types) {
        this(categories, difficulties, count, language, scoring, pace, parts, types, null);
    }

    public static Settings defaults() {
        return new Settings(null, null, null, null, null, null, null);
    }

    Recipe recipe() {
        return Recipe.of(categories, difficulties, count, language, parts, tags).of(types);
    }

    /** Whether other types than those of choices may come. */
    boolean wantsMoreThanChoices() {
        return !types.isEmpty();
    }

    /** The same text for equal settings. */
    public String toJson() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@link #toJson} wrote, also in an older version. */
    public static Settings parse(String json) {
        try {
            return MAPPER.readValue(json, Settings.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
