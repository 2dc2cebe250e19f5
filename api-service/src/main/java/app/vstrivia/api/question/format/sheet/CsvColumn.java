package app.vstrivia.api.question.format.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns that a table may have, beside those of the choices. */
enum CsvColumn {
    TYPE("type"),
    QUESTION("question", "text", "questiontext"),
    /** Places of the right choices from 1 on, or their letters, or their texts. */
    CORRECT("correct", "correctanswer", "correctanswers", "answer", "solution"),
    VALUE("value"),
    TOLERANCE("tolerance"),
    MIN("min"),
    MAX("max"),
    STEP("step"),
    EXPLANATION("explanation", "feedback"),
    /** The widest first, with slashes between. */
    CATEGORY("category"),
    /** With commas between. */
    TAGS("tags"),
    DIFFICULTY("difficulty"),
    LANGUAGE("language"),
    TIME_LIMIT("timelimit", "time", "seconds"),
    SOURCE("source"),
    LICENCE("licence", "license"),
    ATTRIBUTION("attribution"),
    MEDIA_KIND("mediakind"),
    MEDIA("media"),
    MEDIA_CONTENT("mediacontent"),
    MEDIA_ALTERNATIVE("mediaalternative", "alternative", "alt"),
    MEDIA_LICENCE("medialicence", "medialicense"),
    MEDIA_ATTRIBUTION("mediaattribution");

    private final List<String> names;

    CsvColumn(String... names) {
        this.names = List.of(names);
    }

    /** As we write it. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CsvColumn> of(String title) {
        String plain = plain(title);
        return Arrays.stream(values())
                .filter(column -> column.names.contains(plain))
                .findFirst();
    }

    /** The place of a choice, from 0, if the title is that of one: {@code choice1}, {@code Answer B}, {@code C}. */
    static Optional<Integer> choice(String title) {
        String place = plain(title).replaceFirst("^(choice|answer|option)(?=.)", "");
        if (place.matches("[a-j]")) {
            return Optional.of(place.charAt(0) - 'a');
        }
        return place.matches("[1-9]|10") && !plain(title).equals(place)
                ? Optional.of(Integer.parseInt(place) - 1)
                : Optional.empty();
    }

    private static String plain(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
