package app.vstrivia.model.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What stays of a text when case, spacing and punctuation are taken away, so that two spellings of one thing compare as
 * equal.
 *
 * <p>Signs that carry meaning stay: {@code -4} is not {@code 4}, {@code 1.5} is not {@code 15}, {@code O+} is not
 * {@code O-}, {@code C#} is not {@code C}. Cyrillic letters that look like Latin ones count as these: who types {@code Тhe}
 * with a Cyrillic T asks the same question.
 */
public final class PlainForm {
    private static final String CYRILLIC = "авекмнорстухі";
    private static final String LATIN = "abekmhopctyxi";
    private static final String MEANINGFUL = "#%&@*/\\";

    private PlainForm() {}

    /** The plain form; the stripped text itself if it is made of punctuation only. */
    public static String of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        int[] points = folded.codePoints().toArray();
        StringBuilder plain = new StringBuilder(folded.length());
        boolean gap = false;
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (isApostrophe(point)) {
                continue;
            }
            if (!isKept(points, i)) {
                gap = true;
                continue;
            }
            if (gap && plain.length() > 0) {
                plain.append(' ');
            }
            gap = false;
            plain.appendCodePoint(folded(point));
        }
        return plain.length() == 0 ? folded.strip() : plain.toString();
    }

    private static int folded(int point) {
        if (Character.getType(point) == Character.DASH_PUNCTUATION) {
            return '-';
        }
        int lookalike = CYRILLIC.indexOf(point);
        return lookalike < 0 ? point : LATIN.charAt(lookalike);
    }

    private static boolean isApostrophe(int point) {
        return point == '\'' || point == '\u2018' || point == '\u2019' || point == '\u02bc' || point == '`';
    }

    private static boolean isKept(int[] points, int at) {
        int point = points[at];
        if (Character.isLetterOrDigit(point) || MEANINGFUL.indexOf(point) >= 0) {
            return true;
        }
        int before = at == 0 ? ' ' : points[at - 1];
        int after = at == points.length - 1 ? ' ' : points[at + 1];
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.OTHER_SYMBOL -> true;
            case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            case Character.DASH_PUNCTUATION -> isSign(before, after);
            case Character.OTHER_PUNCTUATION ->
                ".,:".indexOf(point) >= 0 && Character.isDigit(after) && (Character.isDigit(before) || point == '.');
            default -> false;
        };
    }

    /** A dash is a sign beside a digit or at a word's end; between letters it is a hyphen, between spaces a pause. */
    private static boolean isSign(int before, int after) {
        if (Character.isLetter(before) && Character.isLetter(after)) {
            return false;
        }
        return Character.isDigit(after) || Character.isLetterOrDigit(before);
    }
}
