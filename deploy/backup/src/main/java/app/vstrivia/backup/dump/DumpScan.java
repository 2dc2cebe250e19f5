package app.vstrivia.backup.dump;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a dump while it passes: how many rows each table has, where the binary log was, and whether the dump is whole. It
 * knows as much of SQL as the programs that dump write.
 */
public final class DumpScan extends OutputStream {
    private static final String INSERT = "INSERT INTO `";
    private static final Pattern POSITION =
            Pattern.compile("(?:MASTER|SOURCE)_LOG_FILE='([^']+)'," + " ?(?:MASTER|SOURCE)_LOG_POS=(\\d+)");
    private static final int LONGEST_LINE = 1_000;

    private enum State {
        /** In a line of which the beginning is kept. */
        LINE,
        /** After {@code INSERT INTO `}. */
        TABLE,
        /** Up to the rows. */
        HEAD,
        /** Among the rows. */
        ROWS
    }

    private final SortedMap<String, Long> rows = new TreeMap<>();
    private final byte[] line = new byte[LONGEST_LINE];
    private int length;
    private State state = State.LINE;
    private String table;
    /** The quote that is open, or 0. */
    private int quote;

    private boolean escaped;
    private int depth;
    private long count;
    private long bytes;
    /** In the body of a trigger or a routine, whose lines are not statements of the dump. */
    private boolean inBody;

    private String logFile;
    private long logPosition;
    private boolean complete;

    @Override
    public void write(byte[] buffer, int offset, int size) {
        for (int i = offset; i < offset + size; i++) {
            take(buffer[i]);
        }
        bytes += size;
    }

    @Override
    public void write(int one) {
        take((byte) one);
        bytes++;
    }

    private void take(byte one) {
        switch (state) {
            case LINE -> inLine(one);
            case TABLE -> inTable(one);
            case HEAD -> inHead(one);
            case ROWS -> inRows(one);
        }
    }

    private void inLine(byte one) {
        if (one == '\n') {
            endLine();
            return;
        }
        if (length < LONGEST_LINE) {
            line[length++] = one;
        }
        if (one == '`' && length == INSERT.length() && !inBody && text().equals(INSERT)) {
            state = State.TABLE;
            length = 0;
        }
    }

    private void endLine() {
        String text = text();
        length = 0;
        if (text.startsWith("DELIMITER ")) {
            inBody = !text.equals("DELIMITER ;");
        } else if (inBody || !text.startsWith("-- ")) {
            return;
        }
        if (text.startsWith("-- Dump completed")) {
            complete = true;
        }
        Matcher position = POSITION.matcher(text);
        if (logFile == null && position.find()) {
            logFile = position.group(1);
            logPosition = Long.parseLong(position.group(2));
        }
        if (text.startsWith("-- Table structure for table `") && text.endsWith("`")) {
            rows.putIfAbsent(text.substring(text.indexOf('`') + 1, text.length() - 1), 0L);
        }
    }

    private void inTable(byte one) {
        if (one == '`') {
            table = text();
            length = 0;
            quote = 0;
            state = State.HEAD;
        } else if (length < LONGEST_LINE) {
            line[length++] = one;
        }
    }

    /** Column names may stand before the rows, in backquotes and round brackets. */
    private void inHead(byte one) {
        if (quote != 0) {
            quote = one == quote ? 0 : quote;
        } else if (one == '`') {
            quote = one;
            length = 0;
        } else if (one >= 'A' && one <= 'Z') {
            line[length++] = one;
            if (length == "VALUES".length() && text().equals("VALUES")) {
                state = State.ROWS;
                depth = 0;
                count = 0;
                escaped = false;
                length = 0;
            }
        } else {
            length = 0;
        }
    }

    private void inRows(byte one) {
        if (quote != 0) {
            if (escaped) {
                escaped = false;
            } else if (one == '\\') {
                escaped = true;
            } else if (one == quote) {
                // A doubled quote ends one text and begins another, which comes to the same.
                quote = 0;
            }
            return;
        }
        switch (one) {
            case '\'', '"' -> quote = one;
            case '(' -> {
                if (depth++ == 0) {
                    count++;
                }
            }
            case ')' -> depth--;
            case ';' -> {
                if (depth == 0) {
                    rows.merge(table, count, Long::sum);
                    state = State.LINE;
                }
            }
            default -> {
                // A number, NULL, a comma.
            }
        }
    }

    private String text() {
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }

    public SortedMap<String, Long> rows() {
        return rows;
    }

    /** Whether the line was there with which a dump ends. */
    public boolean complete() {
        return complete;
    }

    /** Empty until it was read. */
    public Optional<String> logFile() {
        return Optional.ofNullable(logFile);
    }

    public long logPosition() {
        return logPosition;
    }

    public long bytes() {
        return bytes;
    }
}
