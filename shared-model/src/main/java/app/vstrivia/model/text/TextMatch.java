package app.vstrivia.model.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a text that somebody typed is one of those that are accepted. Case, accents, spaces and punctuation do not
 * count: {@code sao paulo} is {@code São Paulo}, {@code cocacola} is {@code Coca-Cola}. Signs that carry meaning do, as
 * {@link PlainForm} has them.
 *
 * @param forms of the accepted texts
 */
public record TextMatch(Set<String> forms) {
    private static final String WITHOUT_ACCENT = "øłđħŧıßæœþð";
    private static final String[] PLAIN = {"o", "l", "d", "h", "t", "i", "ss", "ae", "oe", "th", "d"};

    public static TextMatch of(Collection<String> accepted) {
        return new TextMatch(accepted.stream().map(TextMatch::form).collect(Collectors.toUnmodifiableSet()));
    }

    public boolean matches(String given) {
        return forms.contains(form(given));
    }

    /** What two spellings of one answer have in common. */
    public static String form(String text) {
        // Accents of Latin, Greek and Cyrillic only: other scripts write their vowels as marks.
        String bare = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[\\u0300-\\u036f]+", "");
        String plain = PlainForm.of(bare);
        StringBuilder form = new StringBuilder(plain.length());
        plain.codePoints().filter(point -> point != ' ').forEach(point -> {
            int special = WITHOUT_ACCENT.indexOf(point);
            form.append(special < 0 ? Character.toString(point) : PLAIN[special]);
        });
        return form.toString();
    }
}
