package app.vstrivia.backup.log;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.ExitCode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pieces that bring a dump forward: from its place in the binary log on, each joins the one before.
 *
 * @param from where to begin in the first log
 * @param until all that was committed before is in the pieces
 * @param gap why it does not go on after them; empty if nothing more is archived
 */
public record LogChain(LogIndex index, List<Piece> pieces, long from, Instant until, Optional<String> gap) {

    /**
     * By the names alone.
     *
     * @param taken when the dump was made
     * @param file where the log was then, with {@code position}
     */
    public static LogChain of(LogIndex index, Instant taken, String file, long position) throws IOException {
        Optional<LogFile> first = index.files().stream()
                .filter(candidate -> candidate.name().equals(file))
                .filter(candidate -> !candidate.started().isAfter(taken))
                .max(Comparator.comparing(LogFile::started));
        if (first.isEmpty()) {
            return new LogChain(
                    index,
                    List.of(),
                    position,
                    taken,
                    Optional.of("nothing is archived of " + file + ", which the dump needs"));
        }
        Walk walk = new Walk(index);
        LogFile current = first.get();
        boolean joined = walk.take(current);
        while (joined) {
            Optional<LogFile> next = walk.next(current);
            if (next.isEmpty()) {
                break;
            }
            current = next.get();
            joined = walk.take(current);
        }
        if (walk.reached(first.get()) < position) {
            return new LogChain(
                    index,
                    List.of(),
                    position,
                    taken,
                    Optional.of(file + " is archived up to " + walk.reached(first.get()) + ", and the dump was made at "
                            + position));
        }
        if (joined) {
            walk.lookBeyond(current);
        }
        List<Piece> needed = walk.pieces.stream()
                // The beginning of the first log is needed in any case: it describes what follows.
                .filter(piece -> piece.start() == 0 || !piece.file().equals(first.get()) || piece.end() > position)
                .toList();
        return new LogChain(index, needed, position, walk.until(taken, current), Optional.ofNullable(walk.gap));
    }

    /**
     * The same with the gap that it is when another server went on: after a failover, or a restore to a server that was set up
     * anew.
     *
     * @param others when each of them committed last, as {@link LogIndex#others} says
     */
    public LogChain before(Map<String, Instant> others) {
        Instant end = until.truncatedTo(ChronoUnit.SECONDS);
        return others.entrySet().stream()
                .filter(other -> other.getValue().getEpochSecond() > 0
                        && !other.getValue().isBefore(end))
                .max(Map.Entry.comparingByValue())
                .map(other -> new LogChain(
                        index,
                        pieces,
                        from,
                        until,
                        Optional.of("another server, " + other.getKey() + ", went on up to " + other.getValue()
                                + ", and there is no backup of it. If it still has its data, take one there"
                                + " (deploy/backup/backup) and restore that")))
                .orElse(this);
    }

    /** @throws CommandFailure if what was committed before {@code at} is not all here; without it, if there is a gap */
    public void require(Optional<Instant> at) {
        if (at.isPresent() && !until.isBefore(at.get())) {
            return;
        }
        if (at.isEmpty() && gap.isEmpty()) {
            return;
        }
        String why = gap.map(text -> "The binary log has a gap: " + text + ".")
                .orElse("The binary log is archived up to " + until + ", and not up to "
                        + at.map(Instant::toString).orElse("") + ".");
        throw new CommandFailure(
                ExitCode.GAP,
                why + " What was committed before " + until
                        + " can be restored: --at " + until.truncatedTo(ChronoUnit.SECONDS)
                        + "; the dump alone: --without-log.");
    }

    /** Goes from piece to piece. */
    private static final class Walk {
        private final LogIndex index;
        private final List<Piece> pieces = new ArrayList<>();
        private String gap;

        Walk(LogIndex index) {
            this.index = index;
        }

        /** Takes the pieces of a log; false where one is missing. */
        boolean take(LogFile file) {
            pieces.addAll(index.joined(file));
            long end = reached(file);
            Optional<Piece> beyond = index.pieces(file).stream()
                    .filter(piece -> piece.end() > end)
                    .findFirst();
            if (beyond.isPresent()) {
                gap = file.name() + " is archived up to " + end + " and from "
                        + beyond.get().start() + " on";
                return false;
            }
            return true;
        }

        long reached(LogFile file) {
            return pieces.stream()
                    .filter(piece -> piece.file().equals(file))
                    .mapToLong(Piece::end)
                    .max()
                    .orElse(0);
        }

        Optional<LogFile> next(LogFile file) {
            return index.files().stream()
                    .filter(later -> LogFile.follows(file.name(), later.name()))
                    .filter(later -> !later.started().isBefore(file.started()))
                    .filter(later -> later.after() == reached(file))
                    .min(Comparator.comparing(LogFile::started));
        }

        /** Whether the server went on in a log that does not join. */
        void lookBeyond(LogFile last) {
            index.files().stream()
                    .filter(later -> later.started().isAfter(last.started()))
                    .findFirst()
                    .ifPresent(later -> gap = "after " + last.name() + ", archived up to " + reached(last) + ", comes "
                            + later.name() + " of " + later.started() + ", which does not follow it");
        }

        Instant until(Instant taken, LogFile last) throws IOException {
            Instant until = taken;
            for (Piece piece : pieces) {
                // A commit of that second is the last one that is known to be there: all before that second are.
                until = later(until, Instant.ofEpochSecond(piece.until()));
            }
            Optional<Seen> seen = index.seen(last);
            if (seen.isPresent()
                    && (!seen.get().file().equals(last.name()) || seen.get().position() <= reached(last))) {
                until = later(until, seen.get().time());
            }
            return until;
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }
}
