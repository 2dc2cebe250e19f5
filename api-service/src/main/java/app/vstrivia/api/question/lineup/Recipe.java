package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.Language;
import app.vstrivia.api.question.QuestionPool;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What to draw. Two recipes that ask for the same are equal: the parts are sorted, defaults filled in.
 *
 * @param parts 1 to 20, with 50 questions, 100 categories and 20 different tags together at most; null or empty becomes one part of all
 *     categories
 * @param language a BCP 47 tag; null becomes {@code en}
 * @param types of questions that all parts draw from, each as likely as another; null or empty becomes those of choices
 */
public record Recipe(List<RecipePart> parts, String language, List<QuestionPool> types) {
    public static final int MOST = 50;

    private static final int MOST_PARTS = 20;
    private static final int MOST_CATEGORIES = 100;
    private static final int MOST_TAGS = 20;
    private static final Comparator<RecipePart> ORDER = Comparator.comparing(RecipePart::toString);

    /** @throws InvalidRecipe if a value is out of its range */
    public Recipe {
        parts = parts == null || parts.isEmpty() ? List.of(new RecipePart(null, null, null)) : parts;
        if (parts.stream().anyMatch(part -> part == null)) {
            throw new InvalidRecipe("A list holds a null.");
        }
        parts = parts.stream().sorted(ORDER).toList();
        language = language == null ? "en" : language.toLowerCase(Locale.ROOT);
        if (parts.size() > MOST_PARTS) {
            throw new InvalidRecipe("A recipe has at most " + MOST_PARTS + " parts.");
        }
        if (parts.stream().mapToInt(RecipePart::count).sum() > MOST) {
            throw new InvalidRecipe("A match has 1 to " + MOST + " questions.");
        }
        if (parts.stream().mapToInt(part -> part.categories().size()).sum() > MOST_CATEGORIES) {
            throw new InvalidRecipe("There are at most " + MOST_CATEGORIES + " categories.");
        }
        if (tags(parts).size() > MOST_TAGS) {
            throw new InvalidRecipe("There are at most " + MOST_TAGS + " tags.");
        }
        if (types != null && types.stream().anyMatch(type -> type == null)) {
            throw new InvalidRecipe("A list holds a null.");
        }
        types = types == null || types.isEmpty()
                ? List.of(QuestionPool.CHOICE)
                : types.stream().distinct().sorted().toList();
        if (!Language.isTag(language)) {
            throw new InvalidRecipe("The language must be a tag such as en or pt-br.");
        }
    }

    /** A recipe of choices. */
    public Recipe(List<RecipePart> parts, String language) {
        this(parts, language, null);
    }

    /** A recipe of one part. */
    public Recipe(List<String> categories, List<Difficulty> difficulties, Integer count, String language) {
        this(List.of(new RecipePart(categories, difficulties, count)), language);
    }

    /**
     * A recipe of these parts or, without any, of one part.
     *
     * @throws InvalidRecipe also if there are both parts and categories, difficulties or tags, or if {@code count} is not that of
     *     the parts
     */
    public static Recipe of(
            List<String> categories,
            List<Difficulty> difficulties,
            Integer count,
            String language,
            List<RecipePart> parts) {
        return of(categories, difficulties, count, language, parts, null);
    }

    /** The same, of questions that have one of these tags. */
    public static Recipe of(
            List<String> categories,
            List<Difficulty> difficulties,
            Integer count,
            String language,
            List<RecipePart> parts,
            List<String> tags) {
        if (parts == null || parts.isEmpty()) {
            return new Recipe(List.of(new RecipePart(categories, difficulties, count, tags)), language);
        }
        Recipe recipe = new Recipe(parts, language);
        if (isSaid(categories) || isSaid(difficulties) || isSaid(tags) || count != null && count != recipe.count()) {
            throw new InvalidRecipe("A recipe with parts says in each of them what it wants and how many.");
        }
        return recipe;
    }

    /** The same of these types. */
    public Recipe of(List<QuestionPool> wanted) {
        return new Recipe(parts, language, wanted);
    }

    private static boolean isSaid(List<?> values) {
        return values != null && !values.isEmpty();
    }

    /** How many questions in all. */
    public int count() {
        return parts.stream().mapToInt(RecipePart::count).sum();
    }

    /** All categories that are named. */
    Set<String> categories() {
        Set<String> named = new TreeSet<>();
        parts.forEach(part -> named.addAll(part.categories()));
        return named;
    }

    /** All tags that are named, sorted. */
    List<String> tags() {
        return tags(parts);
    }

    private static List<String> tags(List<RecipePart> parts) {
        return parts.stream()
                .flatMap(part -> part.tags().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether questions of any category may be asked for. */
    boolean isOfAllCategories() {
        return parts.stream().anyMatch(part -> part.categories().isEmpty());
    }
}
