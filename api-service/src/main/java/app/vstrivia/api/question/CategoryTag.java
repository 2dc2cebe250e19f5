package app.vstrivia.api.question;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A category as a file names it.
 *
 * @param slug the stable name, lower case, at most 64 characters
 * @param name what players read, at most 100 characters
 */
public record CategoryTag(String slug, String name) {
    private static final int SLUG_LENGTH = 64;
    private static final int NAME_LENGTH = 100;

    /** Names that their slugs cannot give back. */
    private static final Map<String, String> NAMES =
            Map.of("science-technology", "Science & Technology", "religion-faith", "Religion & Faith");

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
        return new CategoryTag(slug, slug.equals(name) ? titled(slug) : name);
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
