package app.vstrivia.api.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A category as a file names it.
 *
 * @param slug the stable name, lower case, at most 64 characters
 * @param name what players read, at most 100 characters
 * @param parent the wider category; null for none. It counts when the category is made, and never later: so there are no
 *     circles
 */
public record CategoryTag(String slug, String name, CategoryTag parent) {
    /** Between a category and the widest one that it belongs to. */
    public static final int DEEPEST = 4;

    private static final int SLUG_LENGTH = 64;
    private static final int NAME_LENGTH = 100;

    /** Names that their slugs cannot give back. */
    private static final Map<String, String> NAMES =
            Map.of("science-technology", "Science & Technology", "religion-faith", "Religion & Faith");

    /**
     * The category at the end of a path, the widest first.
     *
     * @throws IllegalArgumentException as {@link #named} does, or if the path is empty, too long or comes back to itself
     */
    public static CategoryTag path(List<String> names) {
        if (names.isEmpty() || names.size() > DEEPEST) {
            throw new IllegalArgumentException("a category's path has 1 to " + DEEPEST + " names");
        }
        CategoryTag tag = null;
        Set<String> slugs = new HashSet<>();
        for (String name : names) {
            CategoryTag plain = named(name);
            if (!slugs.add(plain.slug())) {
                throw new IllegalArgumentException("a category is not a part of itself");
            }
            tag = new CategoryTag(plain.slug(), plain.name(), tag);
        }
        return tag;
    }

    /** The names from the widest category to this one. */
    public List<String> path() {
        List<String> names = new ArrayList<>();
        for (CategoryTag tag = this; tag != null; tag = tag.parent()) {
            names.add(0, tag.name());
        }
        return names;
    }

    /**
     * The category that a person named.
     *
     * @throws IllegalArgumentException if there is no letter or digit in the name, or it is too long
     */
    public static CategoryTag named(String name) {
        String slug = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        if (slug.isEmpty() || slug.length() > SLUG_LENGTH || name.length() > NAME_LENGTH) {
            throw new IllegalArgumentException("a category needs a name of 1 to " + SLUG_LENGTH + " characters");
        }
        return new CategoryTag(slug, slug.equals(name) ? titled(slug) : name, null);
    }

    private static String titled(String slug) {
        String known = NAMES.get(slug);
        return known != null
                ? known
                : Arrays.stream(slug.split("-"))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining(" "));
    }
}
