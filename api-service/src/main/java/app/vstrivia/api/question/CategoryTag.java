package app.vstrivia.api.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A category as a file names it.
 *
 * @param slug the stable name, lower case, at most 255 characters; that of the wider category and a dot before its own, so
 *     that {@code music.general} is not {@code film.general}
 * @param name what players read, at most 100 characters
 * @param parent the wider category; null for none
 */
public record CategoryTag(String slug, String name, CategoryTag parent) {
    /** Between a category and the widest one that it belongs to. */
    public static final int DEEPEST = 4;

    /** Of a slug, in characters. */
    public static final int LONGEST_SLUG = 255;

    private static final int SLUG_LENGTH = 64;
    private static final int NAME_LENGTH = 100;

    /** Names that their slugs cannot give back. */
    private static final Map<String, String> NAMES =
            Map.of("science-technology", "Science & Technology", "religion-faith", "Religion & Faith");

    /**
     * The category at the end of a path, the widest first.
     *
     * @throws IllegalArgumentException as {@link #named} does, or if the path is empty or too long
     */
    public static CategoryTag path(List<String> names) {
        if (names.isEmpty() || names.size() > DEEPEST) {
            throw new IllegalArgumentException("a category's path has 1 to " + DEEPEST + " names");
        }
        CategoryTag tag = null;
        for (String name : names) {
            CategoryTag plain = named(name);
            String slug = tag == null ? plain.slug() : tag.slug() + '.' + plain.slug();
            if (slug.length() > LONGEST_SLUG) {
                throw new IllegalArgumentException(
                        "the names of a category's path have " + LONGEST_SLUG + " characters together at most");
            }
            tag = new CategoryTag(slug, plain.name(), tag);
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
