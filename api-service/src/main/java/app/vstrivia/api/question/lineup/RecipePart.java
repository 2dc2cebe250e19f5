package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.QuestionTag;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * So many questions of some categories, difficulties and tags. Two parts that ask for the same are equal: lists are sorted and
 * without repetitions, defaults filled in.
 *
 * @param categories slugs; empty or null for all
 * @param difficulties empty or null becomes all
 * @param count how many questions, 1 to 50; null becomes 10
 * @param tags of which a question must have one, 5 at most; empty or null for any questions
 */
public record RecipePart(
        List<String> categories,
        List<Difficulty> difficulties,
        Integer count,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "Only questions that have one of these tags, 5 at most; empty for any questions")
        List<String> tags) {
    private static final int USUAL = 10;
    private static final int MOST_TAGS = 5;

    /** @throws InvalidRecipe if a value is out of its range */
    public RecipePart {
        categories = sorted(categories);
        difficulties = sorted(difficulties);
        if (difficulties.isEmpty()) {
            difficulties = Arrays.asList(Difficulty.values());
        }
        difficulties = List.copyOf(difficulties);
        count = count == null ? USUAL : count;
        if (count < 1 || count > Recipe.MOST) {
            throw new InvalidRecipe("A match has 1 to " + Recipe.MOST + " questions.");
        }
        if (categories.stream().anyMatch(slug -> slug.isEmpty() || slug.length() > CategoryTag.LONGEST_SLUG)) {
            throw new InvalidRecipe("A category has 1 to " + CategoryTag.LONGEST_SLUG + " characters.");
        }
        tags = tags == null
                ? List.of()
                : tags.stream().map(RecipePart::tag).distinct().sorted().toList();
        if (tags.size() > MOST_TAGS) {
            throw new InvalidRecipe("A part of a recipe has at most " + MOST_TAGS + " tags.");
        }
    }

    /** Of whatever tags. */
    public RecipePart(List<String> categories, List<Difficulty> difficulties, Integer count) {
        this(categories, difficulties, count, null);
    }

    private static String tag(String text) {
        if (text == null) {
            throw new InvalidRecipe("A list holds a null.");
        }
        try {
            return QuestionTag.checked(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidRecipe("A tag has 1 to " + QuestionTag.LONGEST + " characters.");
        }
    }

    private static <T extends Comparable<T>> List<T> sorted(Collection<T> values) {
        if (values == null) {
            return List.of();
        }
        if (values.stream().anyMatch(value -> value == null)) {
            throw new InvalidRecipe("A list holds a null.");
        }
        return values.stream().distinct().sorted().toList();
    }

    /** Whether it asks for what is in the bucket: a category means all within it, too. */
    boolean takes(Bucket bucket) {
        return (bucket.tag() == null ? tags.isEmpty() : tags.contains(bucket.tag()))
                && difficulties.contains(bucket.difficulty())
                && (categories.isEmpty() || categories.stream().anyMatch(bucket::isWithin));
    }

    /**
     * Whether it takes the question where the tag {@code tag} has it: one that has several of the tags counts where the first of
     * them has it, and nowhere else, so that it is as likely as the others.
     */
    boolean takes(DrawnQuestion question, String tag) {
        return tags.size() < 2
                || tags.stream().filter(question.tags()::contains).findFirst().equals(Optional.of(tag));
    }

    /** For people: which questions. */
    String what() {
        String which = difficulties.size() == Difficulty.values().length
                ? ""
                : String.join(
                                " or ",
                                difficulties.stream().map(Difficulty::wire).toList()) + " ";
        return which + "questions" + (categories.isEmpty() ? "" : " of " + String.join(", ", categories))
                + (tags.isEmpty() ? "" : " tagged " + String.join(" or ", tags));
    }
}
