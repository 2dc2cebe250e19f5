package app.vstrivia.backup.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A binary log of a server, as it is archived.
 *
 * @param started when the server began it; tells it from one of the same name of a server that was set up anew
 * @param after where the log before it ended; -1 if nobody saw that
 * @param name what the server calls it, such as {@code binlog.000007}
 */
record LogFile(String server, Instant started, long after, String name) {
    static final String FOLDER = "binlog/";
    static final long UNKNOWN = -1;

    private static final String SEEN = "seen/";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    static String folder(String server) {
        return FOLDER + server + "/";
    }

    String folder() {
        return folder(server) + title() + "/";
    }

    private String title() {
        return TIME.format(started) + "_" + (after == UNKNOWN ? "new" : after) + "_" + name;
    }

    static String seenFolder(String server) {
        return SEEN + server + "/";
    }

    /** What tells how far the archive had everything, and when. It is written anew all the time, so it is not where a bucket has a lock. */
    String seenKey() {
        return seenFolder(server) + title() + ".json";
    }

    /** Empty if the folder is none of a log. */
    static Optional<LogFile> parse(String server, String folder) {
        String[] parts = folder.split("_", 3);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LogFile(
                    server,
                    TIME.parse(parts[0], Instant::from),
                    parts[1].equals("new") ? UNKNOWN : Long.parseLong(parts[1]),
                    parts[2]));
        } catch (DateTimeException | NumberFormatException other) {
            return Optional.empty();
        }
    }

    /** Whether the server gives this name to the log after {@code earlier}. */
    static boolean follows(String earlier, String later) {
        int dot = earlier.lastIndexOf('.');
        return dot == later.lastIndexOf('.')
                && dot >= 0
                && earlier.regionMatches(0, later, 0, dot)
                && number(later) == number(earlier) + 1;
    }

    static long number(String name) {
        try {
            return Long.parseLong(name.substring(name.lastIndexOf('.') + 1));
        } catch (NumberFormatException other) {
            return UNKNOWN;
        }
    }
}
