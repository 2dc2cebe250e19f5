package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.Language;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What to draw. Two recipes that ask for the same are equal: lists are sorted and without repetitions, defaults filled in.
 *
 * @param categories slugs; empty for all
 * @param difficulties empty or null becomes all
 * @param count how many questions, 1 to 50; null becomes 10
 * @param language a BCP 47 tag; null becomes {@code en}
 */
public record Recipe(List<String> categories, List<Difficulty> difficulties, Integer count, String language) {
    public static final int MOST = 50;

    private static final int USUAL = 10;
    private static final int MOST_CATEGORIES = 100;

    /** @throws InvalidRecipe if a value is out of its range */
    public Recipe {
        categories = sorted(categories);
        difficulties = sorted(difficulties);
        if (difficulties.isEmpty()) {
            difficulties = Arrays.asList(Difficulty.values());
        }
        difficulties = List.copyOf(difficulties);
        count = count == null ? USUAL : count;
        if (count < 1 || count > MOST) {
            throw new InvalidRecipe("A match has 1 to " + MOST + " questions.");
        }
        language = language == null ? "en" : language.toLowerCase(Locale.ROOT);
        if (!Language.isTag(language)) {
            throw new InvalidRecipe("The language must be a tag such as en or pt-br.");
        }
        if (categories.size() > MOST_CATEGORIES
                || categories.stream().anyMatch(slug -> slug.isEmpty() || slug.length() > CategoryTag.LONGEST_SLUG)) {
            throw new InvalidRecipe("There are at most " + MOST_CATEGORIES + " categories, each of 1 to "
                    + CategoryTag.LONGEST_SLUG + " characters.");
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
}
