package app.vstrivia.api.question.format;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts as the bank keeps them: composed (NFC), spaces single, nothing invisible in them. */
public final class CleanText {
    private static final Note INVISIBLE = new Note("invisible-characters", "invisible characters were taken out");
    private static final Note MOJIBAKE = new Note("mojibake", "UTF-8 that had been read as Windows-1252 was put right");

    /** Of a text before it is cleaned; what may be in it is looked at by those who know what it is. */
    private static final int LONGEST = 16_384;

    private static final Pattern BREAKS = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029\u000b\f]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\t]+");

    /** Format characters except the two joiners, which scripts and emoji need within a word. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cf}&&[^\u200c\u200d]]|^[\u200c\u200d]+|(?<![\u200c\u200d])[\u200c\u200d]++$");

    private static final Pattern BROKEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\ufffd&&[^\n]]|[\\x{fdd0}-\\x{fdef}\\x{fffe}\\x{ffff}]");

    private CleanText() {}

    /** A text of one line; line breaks become spaces. */
    static String line(String raw, Set<Note> repairs) throws Unfit {
        return lines(raw, repairs).replace('\n', ' ');
    }

    /** A text that keeps its line breaks; blank lines go. */
    public static String lines(String raw, Set<Note> repairs) throws Unfit {
        if (raw.length() > LONGEST) {
            throw new Unfit("text-too-long", "a text has " + raw.length() + " characters, far more than it may");
        }
        String stripped = raw.strip();
        if (isPlain(stripped)) {
            return stripped;
        }
        String sound = Mojibake.repaired(stripped);
        if (!sound.equals(stripped)) {
            repairs.add(MOJIBAKE);
        }
        String seen = UNSEEN.matcher(sound).replaceAll("");
        if (seen.length() != sound.length()) {
            repairs.add(INVISIBLE);
        }
        String text = Arrays.stream(BREAKS.split(Normalizer.normalize(seen, Normalizer.Form.NFC)))
                .map(line -> SPACES.matcher(line).replaceAll(" ").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        if (text.indexOf('\ufffd') >= 0) {
            throw new Unfit("damaged-character", "there is a replacement character (U+FFFD) in it");
        }
        if (BROKEN.matcher(text).find()) {
            throw new Unfit("control-character", "there is a control or private-use character in it");
        }
        return text;
    }

    /** Nearly all texts: printable ASCII without a double space. */
    private static boolean isPlain(String raw) {
        char before = ' ';
        for (int i = 0; i < raw.length(); i++) {
            char here = raw.charAt(i);
            if (here < ' ' || here > '~' || here == ' ' && before == ' ') {
                return false;
            }
            before = here;
        }
        return true;
    }
}
