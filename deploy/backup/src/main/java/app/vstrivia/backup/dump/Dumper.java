package app.vstrivia.backup.dump;

import app.vstrivia.backup.Progress;
import app.vstrivia.backup.database.Facts;
import app.vstrivia.backup.database.Programs;
import app.vstrivia.backup.database.Running;
import app.vstrivia.backup.database.Server;
import app.vstrivia.backup.seal.Seal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Dumps a database into a sealed file: what the server's own program writes is compressed and sealed as it comes. */
public final class Dumper {
    private static final int BUFFER = 1 << 16;
    private static final int ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 20_000;
    /** What the program says when it gave up waiting for its lock. */
    private static final String LOCKED = "(1205)";
    /** A migration is in its own table when it is done only; its tables tell before. */
    private static final String TABLES = "SELECT CONCAT(COUNT(*), ' ', COALESCE(SUM(CRC32(CONCAT_WS(' ', table_name,"
            + " column_name, ordinal_position, column_type, is_nullable))), 0)) FROM information_schema.columns"
            + " WHERE table_schema = DATABASE()";

    private static final String SCHEMA = "SELECT COALESCE((SELECT version FROM flyway_schema_history"
            + " WHERE version IS NOT NULL AND success = 1 ORDER BY installed_rank DESC LIMIT 1), '')";

    private final Server server;
    private final Programs programs;
    private final Facts facts;
    private final Seal seal;

    public Dumper(Server server, Programs programs, Facts facts, Seal seal) {
        this.server = server;
        this.programs = programs;
        this.facts = facts;
        this.seal = seal;
    }

    /**
     * Once more if the program did not get its lock at once, or if tables were changed meanwhile: of a table that is changed after the moment of the dump, the rows of before are
     * no more to be had, and the program leaves them out.
     *
     * @param file to be written; whole only if this returns
     * @throws IOException if the program failed, what it wrote is not a whole dump, or tables are changed all the time
     */
    public Manifest dump(Connection connection, Path file, Progress progress)
            throws IOException, SQLException, InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            String version = schemaVersion(connection);
            String tables = tables(connection);
            Manifest manifest;
            try {
                manifest = dump(connection, file, progress, version);
            } catch (IOException failure) {
                if (attempt == ATTEMPTS || !String.valueOf(failure.getMessage()).contains(LOCKED)) {
                    throw failure;
                }
                progress.line("Something runs that keeps the dump from beginning; trying again in "
                        + PAUSE_MILLIS / 1_000 + " s.");
                Thread.sleep(PAUSE_MILLIS);
                continue;
            }
            if (version.equals(schemaVersion(connection)) && tables.equals(tables(connection))) {
                return manifest;
            }
            progress.line("Tables were changed during the dump: it is thrown away.");
        }
        throw new IOException("Tables were changed during each of " + ATTEMPTS
                + " dumps: take one when the migration is done (deploy/backup/backup)");
    }

    private Manifest dump(Connection connection, Path file, Progress progress, String schema)
            throws IOException, SQLException, InterruptedException {
        Instant begin = Facts.now(connection);
        String id = Manifest.idOf(begin);
        MessageDigest digest = sha256();
        DumpScan scan = new DumpScan();
        progress.state(() -> Progress.size(scan.bytes()));
        Path account = programs.account(server);
        Instant taken;
        try (Running program = Running.start(programs.dump(account, server))) {
            try (OutputStream out = new DigestOutputStream(
                            new BufferedOutputStream(Files.newOutputStream(file), BUFFER), digest);
                    OutputStream sealed = seal.sealing(out, Manifest.dumpKey(id));
                    OutputStream packed = new GZIPOutputStream(sealed, BUFFER)) {
                taken = copy(program, scan, packed, connection);
            }
            program.awaitSuccess();
            if (!scan.complete()) {
                throw program.failure("wrote no whole dump");
            }
        } finally {
            Files.deleteIfExists(account);
        }
        return new Manifest(
                Manifest.FORMAT,
                id,
                taken.toString(),
                Facts.now(connection).toString(),
                facts.id(),
                facts.flavour(),
                facts.version(),
                server.database(),
                Facts.text(connection, "SELECT @@collation_database"),
                schema,
                scan.logFile().orElseThrow(),
                scan.logPosition(),
                seal.keyId(),
                HexFormat.of().formatHex(digest.digest()),
                Files.size(file),
                scan.bytes(),
                scan.rows());
    }

    /** Answers when the place in the binary log was known: the moment of the dump has passed by then. */
    private static Instant copy(Running program, DumpScan scan, OutputStream to, Connection connection)
            throws IOException, SQLException {
        Instant taken = null;
        byte[] buffer = new byte[BUFFER];
        InputStream from = program.output();
        for (int size = from.read(buffer); size >= 0; size = from.read(buffer)) {
            scan.write(buffer, 0, size);
            to.write(buffer, 0, size);
            if (taken == null && scan.logFile().isPresent()) {
                taken = Facts.now(connection);
            }
        }
        if (taken == null) {
            throw program.failure("did not say where the binary log is");
        }
        return taken;
    }

    private static String schemaVersion(Connection connection) throws SQLException {
        boolean known = Facts.number(
                        connection,
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"
                                + " AND table_name = 'flyway_schema_history'")
                > 0;
        return known ? Facts.text(connection, SCHEMA) : "";
    }

    private static String tables(Connection connection) throws SQLException {
        return Facts.text(connection, TABLES);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
