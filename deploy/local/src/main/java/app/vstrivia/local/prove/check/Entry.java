package app.vstrivia.local.prove.check;

import java.util.List;

/**
 * One thing that a client said, heard or did.
 *
 * @param player the client's
 * @param connection which of the client's, from 1
 * @param at {@link System#nanoTime()}
 * @param text the message; the address of a new connection; the close code of one that ended
 */
public record Entry(String player, int connection, long at, What what, String text) {
    /** What it is, with the mark that it has in a file. */
    public enum What {
        CONNECTING('o'),
        SENT('>'),
        APPLIED('<'),
        /** An event that the client had, or that came after a gap. */
        IGNORED('-'),
        ENDED('x'),
        /** The outcome of an answer that went over HTTP. */
        HTTP_OUTCOME('h'),
        /** An answer that goes over HTTP. */
        HTTP_SENT('H');

        private final char mark;

        What(char mark) {
            this.mark = mark;
        }

        static What of(char mark) {
            for (What what : values()) {
                if (what.mark == mark) {
                    return what;
                }
            }
            throw new IllegalArgumentException("no entry has the mark " + mark);
        }
    }

    private static final String SEPARATOR = "\t";

    /** One line of a file; JSON has neither tabs nor line feeds. */
    public String line() {
        return String.join(SEPARATOR, List.of(player, "" + connection, "" + at, "" + what.mark, text));
    }

    /** Reads what {@link #line} wrote. */
    public static Entry parse(String line) {
        String[] words = line.split(SEPARATOR, 5);
        return new Entry(
                words[0], Integer.parseInt(words[1]), Long.parseLong(words[2]), What.of(words[3].charAt(0)), words[4]);
    }
}
