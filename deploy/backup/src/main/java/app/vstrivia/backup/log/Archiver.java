package app.vstrivia.backup.log;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.ExitCode;
import app.vstrivia.backup.database.Facts;
import app.vstrivia.backup.database.Server;
import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.seal.Seal;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps the binary log of a server as it is written, until it is stopped. Whatever goes wrong, it begins again where the archive
 * ends: there is no other state.
 */
public final class Archiver {
    private static final int MOST_WAITING = 8 << 20;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Server server;
    private final Place place;
    private final Seal seal;
    private final Duration every;
    private final String from;
    private final Notes notes;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private String toldOf = "";
    private volatile Instant archivedUntil = Instant.EPOCH;

    /**
     * What the archiver has to say.
     *
     * @param following run each time the server has begun to send its log
     */
    public record Notes(Consumer<String> line, Consumer<String> gap, Runnable following) {}

    /**
     * @param every how long an event waits at most before it is kept
     * @param from the log to begin with if nothing is archived yet; empty for the oldest that the server has
     */
    public Archiver(Server server, Place place, Seal seal, Duration every, Optional<String> from, Notes notes) {
        this.server = server;
        this.place = place;
        this.seal = seal;
        this.every = every;
        this.from = from.orElse("");
        this.notes = notes;
    }

    /** All that was committed before is archived; by the server's clock. */
    public Instant archivedUntil() {
        return archivedUntil;
    }

    /** Keeps what waits and comes to an end within seconds. */
    public void stop() {
        stopped.countDown();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** @throws CommandFailure if the server's log cannot be archived as it is set */
    public void run() throws InterruptedException {
        Duration pause = Duration.ofSeconds(1);
        while (!isStopped()) {
            Instant before = archivedUntil;
            try {
                follow();
            } catch (IOException | SQLException failure) {
                notes.line().accept(failure.getMessage() + "; trying again in " + pause.toSeconds() + " s");
                stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            }
            if (archivedUntil.isAfter(before)) {
                pause = Duration.ofSeconds(1);
            }
        }
    }

    private void follow() throws IOException, SQLException {
        try (Connection connection = server.connect("", Map.of("socketTimeout", "30000"))) {
            Facts facts = Facts.of(connection);
            facts.logTrouble(connection).ifPresent(trouble -> {
                throw new CommandFailure(ExitCode.FAILED, trouble);
            });
            LogWriter writer = new LogWriter(place, seal, facts.id());
            Start start = start(connection, facts, writer);
            notes.line().accept("Archiving " + start.file() + " from " + start.position() + " on to " + place.name());
            try (LogStream stream =
                    LogStream.open(server, facts, replica(connection), start.file(), start.position())) {
                follow(stream, writer, connection, facts, start.file());
            }
        }
    }

    /** Of what the server numbers its connections by, so that two archivers do not put each other out. */
    private static long replica(Connection connection) throws SQLException {
        return 0xE000_0000L | Facts.number(connection, "SELECT CONNECTION_ID()") & 0x0FFF_FFFFL;
    }

    private record Start(String file, long position) {}

    private Start start(Connection connection, Facts facts, LogWriter writer) throws IOException, SQLException {
        LogIndex index = LogIndex.read(place, facts.id());
        List<Facts.Log> logs = Facts.logs(connection);
        if (logs.isEmpty()) {
            throw new IOException("The server has no binary log yet");
        }
        Optional<LogFile> newest = index.newest();
        if (newest.isPresent()) {
            LogFile file = newest.get();
            long end = index.end(file);
            boolean there =
                    end > 0 && logs.stream().anyMatch(log -> log.file().equals(file.name()) && log.size() >= end);
            if (there && isSame(facts, connection, file)) {
                writer.resume(file, end);
                return new Start(file.name(), end);
            }
            notes.gap()
                    .accept("The binary log has a gap: " + file.name() + " is archived up to " + end
                            + ", and the server does not have it any more. What was committed in between can be restored from no"
                            + " backup but the next one: take it now (deploy/backup/backup).");
        }
        if (newest.isEmpty()) {
            tellOfAnother(facts);
        }
        String first = logs.stream()
                .map(Facts.Log::file)
                .filter(from::equals)
                .findFirst()
                .orElse(logs.get(0).file());
        return new Start(first, LogEvent.MAGIC.length);
    }

    /** What this server writes does not follow what another one wrote, even if it has its data: the logs are numbered anew. */
    private void tellOfAnother(Facts facts) throws IOException {
        Map<String, Instant> others = LogIndex.others(place, facts.id());
        if (!others.isEmpty() && !toldOf.equals(facts.id())) {
            toldOf = facts.id();
            notes.gap()
                    .accept("The binary log has a gap: the server is another one, " + facts.id() + "; before, it was "
                            + String.join(", ", others.keySet())
                            + ". What it commits can be restored from no backup but one of its own: take it now"
                            + " (deploy/backup/backup).");
        }
    }

    /** Whether the server's file of that name is the archived one: the time of its beginning tells. */
    private boolean isSame(Facts facts, Connection connection, LogFile file) throws IOException, SQLException {
        try (LogStream stream =
                LogStream.open(server, facts, replica(connection) + 1, file.name(), LogEvent.MAGIC.length)) {
            LogEvent event = stream.next();
            while (event.type() != LogEvent.FORMAT) {
                event = stream.next();
            }
            long started = file.started().getEpochSecond();
            // It is kept under a later time where it would have come before the log that it follows.
            return event.timestamp() == started || file.after() != LogFile.UNKNOWN && event.timestamp() < started;
        }
    }

    private void follow(LogStream stream, LogWriter writer, Connection connection, Facts facts, String first)
            throws IOException, SQLException {
        String name = first;
        long keptAt = System.nanoTime();
        long seenAt = 0;
        Mark mark = null;
        while (!isStopped()) {
            LogEvent event = stream.next();
            if (seenAt == 0) {
                notes.following().run();
            }
            boolean another = writer.file() == null || !writer.file().name().equals(name);
            if (event.type() == LogEvent.ROTATE && event.isArtificial()) {
                name = event.nextFile();
            } else if (event.type() == LogEvent.FORMAT) {
                // Each time the server begins to send, it describes the file; new is only one that was not begun yet.
                if (another) {
                    writer.begin(name, event);
                }
            } else if (!event.isArtificial()) {
                writer.add(event);
            }
            long now = System.nanoTime();
            if (writer.waiting() >= MOST_WAITING || now - keptAt >= every.toNanos()) {
                writer.keepIfSure();
                keptAt = now;
            }
            if (mark == null && (seenAt == 0 || now - seenAt >= every.toNanos())) {
                mark = Mark.of(connection, facts);
                seenAt = now;
            }
            if (mark != null && mark.isKept(writer)) {
                place.put(writer.file().seenKey(), mark.seen().toJson());
                archivedUntil = mark.seen().time();
                mark = null;
            }
        }
        writer.keepIfSure();
    }

    /** Where the log ended at a moment. */
    private record Mark(Seen seen) {
        static Mark of(Connection connection, Facts facts) throws SQLException {
            // The clock first: what is committed after it may be before the end of the log.
            Instant at = Facts.now(connection);
            Facts.Position end = facts.position(connection).orElseThrow();
            return new Mark(new Seen(at.toString(), end.file(), end.offset()));
        }

        boolean isKept(LogWriter writer) {
            LogFile file = writer.file();
            if (file == null) {
                return false;
            }
            return file.name().equals(seen.file())
                    ? writer.kept() >= seen.position()
                    : writer.kept() > 0 && LogFile.number(file.name()) > LogFile.number(seen.file());
        }
    }
}
