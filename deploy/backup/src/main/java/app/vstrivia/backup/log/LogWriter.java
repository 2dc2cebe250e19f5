package app.vstrivia.backup.log;

import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.seal.Seal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/** Takes events in their order and keeps them as pieces. What was not kept yet is in memory. */
final class LogWriter {
    private static final int MOST_UNSURE = 64 << 20;

    private final Place place;
    private final Seal seal;
    private final String server;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    /** The log that is written, with what is kept of it up to {@code kept}; null before the first. */
    private LogFile file;

    private long kept;
    private long until;
    /** Whether the server said of the last event where it ends, and that was right: nothing is missing up to there. */
    private boolean sure = true;

    LogWriter(Place place, Seal seal, String server) {
        this.place = place;
        this.seal = seal;
        this.server = server;
    }

    /** Goes on where the archive ends. */
    void resume(LogFile newest, long end) {
        file = newest;
        kept = end;
    }

    LogFile file() {
        return file;
    }

    /** Where the next event begins. */
    long end() {
        return kept + waiting.size();
    }

    /** Up to here it is kept. */
    long kept() {
        return kept;
    }

    /** Keeps what waits, unless the server has not said yet whether that is all, and there is not very much of it. */
    void keepIfSure() throws IOException {
        if (sure || waiting.size() >= MOST_UNSURE) {
            keep();
        }
    }

    int waiting() {
        return waiting.size();
    }

    /** The server begins another log: what is left of the one before is kept. */
    void begin(String name, LogEvent format) throws IOException {
        keep();
        boolean follows = file != null && LogFile.follows(file.name(), name);
        Instant started = Instant.ofEpochSecond(format.timestamp());
        // Where a replay fills a log, the next one is dated by what is repeated: before the one that it follows.
        if (follows && started.isBefore(file.started())) {
            started = file.started();
        }
        file = new LogFile(server, started, follows ? kept : LogFile.UNKNOWN, name);
        kept = 0;
        sure = true;
        waiting.writeBytes(LogEvent.MAGIC);
        waiting.writeBytes(format.bytes());
    }

    /** @throws IOException if the event does not join what came before */
    void add(LogEvent event) throws IOException {
        sure = event.end() != 0;
        if (sure && event.end() != end() + event.size()) {
            throw new IOException("The server left something out of " + file.name() + ": after " + end() + " came "
                    + (event.end() - event.size()));
        }
        waiting.writeBytes(event.bytes());
        if (event.type() == LogEvent.XID || event.type() == LogEvent.QUERY) {
            until = Math.max(until, event.timestamp());
        }
    }

    /** Keeps what waits, as a piece. */
    void keep() throws IOException {
        if (waiting.size() == 0) {
            return;
        }
        Piece piece = new Piece(file, kept, end(), until);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(waiting.size() + 1024);
        try (OutputStream out = seal.sealing(sealed, piece.key())) {
            waiting.writeTo(out);
        }
        place.put(piece.key(), sealed.toByteArray());
        kept = piece.end();
        waiting.reset();
        until = 0;
    }
}
