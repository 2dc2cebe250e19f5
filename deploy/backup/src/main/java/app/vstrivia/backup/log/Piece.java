package app.vstrivia.backup.log;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sealed piece of a log: whole events.
 *
 * @param start where it begins in the file; the first one begins at 0
 * @param end where it ends
 * @param until the time of its last commit, in seconds since 1970; 0 if nothing was committed in it
 */
record Piece(LogFile file, long start, long end, long until) {
    private static final Pattern NAME = Pattern.compile("(\\d+)-(\\d+)-(\\d+)\\.sealed");

    String key() {
        return file.folder() + String.format(Locale.ROOT, "%012d-%012d-%d.sealed", start, end, until);
    }

    static Optional<Piece> parse(LogFile file, String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(new Piece(
                        file,
                        Long.parseLong(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }
}
