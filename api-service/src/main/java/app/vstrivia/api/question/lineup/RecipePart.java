package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.Difficulty;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * So many questions of some categories and difficulties. Two parts that ask for the same are equal: lists are sorted and
 * without repetitions, defaults filled in.
 *
 * @param categories slugs; empty or null for all
 * @param difficulties empty or null becomes all
 * @param count how many questions, 1 to 50; null becomes 10
 */
public record RecipePart(List<String> categories, List<Difficulty> difficulties, Integer count) {
    private static final int USUAL = 10;

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
        return difficulties.contains(bucket.difficulty())
                && (categories.isEmpty() || categories.stream().anyMatch(bucket::isWithin));
    }

    /** For people: which questions. */
    String what() {
        String which = difficulties.size() == Difficulty.values().length
                ? ""
                : String.join(
                                " or ",
                                difficulties.stream().map(Difficulty::wire).toList()) + " ";
        return which + "questions" + (categories.isEmpty() ? "" : " of " + String.join(", ", categories));
    }
}
