package app.vstrivia.backup.restore;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.ExitCode;
import app.vstrivia.backup.Progress;
import app.vstrivia.backup.database.Facts;
import app.vstrivia.backup.database.Programs;
import app.vstrivia.backup.database.Rights;
import app.vstrivia.backup.database.Server;
import app.vstrivia.backup.dump.Loader;
import app.vstrivia.backup.dump.Manifest;
import app.vstrivia.backup.log.Replayed;
import app.vstrivia.backup.seal.Seal;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The steps of a restore, in the order in which they are to be done. */
public final class Restore {
    /** Epochs have 52 bits: JavaScript's numbers hold 53. */
    private static final long EPOCHS = 1L << 52;

    private final Server target;
    private final Seal seal;
    private final Optional<Path> programs;
    private final Progress progress;

    public Restore(Server target, Seal seal, Optional<Path> programs, Progress progress) {
        this.target = target;
        this.seal = seal;
        this.programs = programs;
        this.progress = progress;
    }

    /**
     * Whether all of it can work: the program, the server and the account, every byte of the dump, every event of the log. Nothing
     * is changed. Answers what the log would do; nothing if the dump alone is wanted.
     *
     * @param replace whether the database may be one that is not empty
     * @throws CommandFailure if it cannot
     */
    public Optional<Replayed> tryOut(Plan plan, Optional<Instant> at, boolean replace)
            throws IOException, SQLException {
        try (Connection connection = target.connectToServer()) {
            new Programs(programs, Facts.of(connection)).loader();
            requireFit(connection, plan.backup().manifest(), replace);
            List<String> missing = Rights.missing(connection, target.database());
            if (!missing.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "The account may not do on " + target + " what a restore does; it lacks "
                                + String.join(", ", missing) + ".");
            }
        }
        plan.backup().tryOpening(seal);
        return plan.chain().isEmpty()
                ? Optional.empty()
                : Optional.of(Replayed.tried(plan.chain().get(), at, target, seal, progress));
    }

    /**
     * Makes sure that there is an empty database of the same name.
     *
     * @param replace whether a database that is not empty is dropped
     * @throws CommandFailure if it is not empty, or if the server is of other makers
     */
    public void prepare(Manifest manifest, boolean replace) throws SQLException {
        try (Connection connection = target.connectToServer();
                Statement statement = connection.createStatement()) {
            requireFit(connection, manifest, replace);
            boolean isThere = target.database().equals(nameOnServer(connection));
            long tables = tables(connection);
            String name = Facts.quoted(target.database());
            if (isThere && tables > 0) {
                statement.execute("DROP DATABASE " + name);
            }
            if (!isThere || tables > 0) {
                statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE " + manifest.collation());
            }
        }
    }

    private void requireFit(Connection connection, Manifest manifest, boolean replace) throws SQLException {
        if (!manifest.database().equals(target.database())) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The backup is of the database " + manifest.database()
                            + ", and the log names it: restore it to one of" + " that name, not to " + target.database()
                            + ".");
        }
        Facts facts = Facts.of(connection);
        if (!facts.flavour().equals(manifest.flavour())) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The backup is of " + manifest.flavour() + " " + manifest.serverVersion() + ", and " + target
                            + " is " + facts.flavour() + ": restore it to a server of the same makers.");
        }
        long tables = tables(connection);
        if (tables > 0 && !replace) {
            throw new CommandFailure(
                    ExitCode.NOT_EMPTY,
                    target + " has " + tables
                            + " tables. Restore to another server, or say --replace: it drops that"
                            + " database with all that is in it.");
        }
    }

    private String nameOnServer(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT COALESCE(MAX(schema_name), '') FROM information_schema.schemata WHERE schema_name = ?")) {
            statement.setString(1, target.database());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private long tables(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = ?")) {
            statement.setString(1, target.database());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Answers the bytes of statements. */
    public long load(Plan plan) throws IOException, SQLException, InterruptedException {
        Facts facts;
        try (Connection connection = target.connectToServer()) {
            facts = Facts.of(connection);
        }
        return new Loader(target, new Programs(programs, facts), seal).load(plan.backup(), progress);
    }

    /** Nothing if the dump alone is wanted. */
    public Optional<Replayed> replay(Plan plan, Optional<Instant> at) throws IOException, SQLException {
        if (plan.chain().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Replayed.of(plan.chain().get(), at, target, seal, progress));
    }

    /**
     * Gives each stream another epoch, so that nobody takes it for the one of before: clients get a snapshot. Answers how many
     * there were.
     */
    public long renewEpochs() throws SQLException {
        // Of what is between 1 and 2^52 - 1, so that none stays what it was.
        long by = 1 + Math.floorMod(new SecureRandom().nextLong(), EPOCHS - 1);
        try (Connection connection = target.connect();
                PreparedStatement statement =
                        connection.prepareStatement("UPDATE stream_head SET epoch = MOD(epoch + ?, ?)")) {
            statement.setLong(1, by);
            statement.setLong(2, EPOCHS);
            return statement.executeUpdate();
        }
    }
}
