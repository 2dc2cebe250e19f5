package app.vstrivia.backup.log;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.Progress;
import app.vstrivia.backup.database.Server;
import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.seal.Seal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a replay did.
 *
 * @param statements that changed tables
 * @param skipped statements of other databases or of accounts
 * @param lastCommit the second of the last one; empty if there was none
 */
public record Replayed(long transactions, long statements, long skipped, Optional<Instant> lastCommit) {

    /**
     * Repeats the pieces of a chain on a server.
     *
     * @param at nothing that was committed in this second or later is repeated; everything is if it is empty
     */
    public static Replayed of(LogChain chain, Optional<Instant> at, Server server, Seal seal, Progress progress)
            throws IOException, SQLException {
        try (Connection connection = server.connect()) {
            return of(chain, at, new Target(connection), server.database(), seal, progress);
        }
    }

    /**
     * What that would do: opens and reads all of it, and asks the server whether it would take it. Nothing is changed.
     *
     * @throws CommandFailure if there is something that cannot be repeated
     */
    public static Replayed tried(LogChain chain, Optional<Instant> at, Server server, Seal seal, Progress progress)
            throws IOException, SQLException {
        try (Connection connection = server.connectToServer()) {
            return of(chain, at, new Trial(connection), server.database(), seal, progress);
        }
    }

    private static Replayed of(
            LogChain chain, Optional<Instant> at, Receiver target, String database, Seal seal, Progress progress)
            throws IOException, SQLException {
        Replay replay =
                new Replay(target, database, at.map(Instant::getEpochSecond).orElse(Long.MAX_VALUE));
        progress.state(() ->
                replay.transactions() + " transactions, the last of " + Instant.ofEpochSecond(replay.lastCommit()));
        boolean goesOn = true;
        for (int i = 0; goesOn && i < chain.pieces().size(); i++) {
            Piece piece = chain.pieces().get(i);
            boolean first = piece.file().equals(chain.pieces().get(0).file());
            goesOn = replay(chain.index().place(), piece, first ? chain.from() : 0, replay, seal);
        }
        target.flush();
        return new Replayed(
                replay.transactions(),
                replay.statements(),
                replay.skipped(),
                replay.lastCommit() == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(replay.lastCommit())));
    }

    private static boolean replay(Place place, Piece piece, long from, Replay replay, Seal seal)
            throws IOException, SQLException {
        try (InputStream sealed = new BufferedInputStream(place.open(piece.key()));
                InputStream in = seal.opening(sealed, piece.key())) {
            if (piece.start() == 0 && !Arrays.equals(read(in, LogEvent.MAGIC.length, piece), LogEvent.MAGIC)) {
                throw new IOException(piece.key() + " is no binary log");
            }
            long end = Math.max(piece.start(), LogEvent.MAGIC.length);
            while (end < piece.end()) {
                LogEvent event = read(in, piece);
                end += event.size();
                if (event.type() == LogEvent.FORMAT) {
                    replay.format(event);
                } else if (end > from && !replay.apply(event)) {
                    return false;
                }
            }
            if (end != piece.end() || in.read() >= 0) {
                throw new IOException(piece.key() + " does not end where its name says");
            }
            return true;
        }
    }

    private static LogEvent read(InputStream in, Piece piece) throws IOException {
        byte[] header = read(in, LogEvent.HEADER, piece);
        if (header.length < LogEvent.HEADER) {
            throw new IOException(piece.key() + " ends within an event");
        }
        int size =
                (header[9] & 0xff) | (header[10] & 0xff) << 8 | (header[11] & 0xff) << 16 | (header[12] & 0xff) << 24;
        if (size < LogEvent.HEADER) {
            throw new IOException(piece.key() + " holds an event that is none");
        }
        byte[] rest = read(in, size - LogEvent.HEADER, piece);
        if (rest.length < size - LogEvent.HEADER) {
            throw new IOException(piece.key() + " ends within an event");
        }
        byte[] bytes = Arrays.copyOf(header, size);
        System.arraycopy(rest, 0, bytes, LogEvent.HEADER, rest.length);
        return new LogEvent(bytes);
    }

    /** As many bytes as there are, at most {@code size}. */
    private static byte[] read(InputStream in, int size, Piece piece) throws IOException {
        try {
            return in.readNBytes(size);
        } catch (IOException failure) {
            throw new IOException(piece.key() + " cannot be opened: " + failure.getMessage(), failure);
        }
    }
}
