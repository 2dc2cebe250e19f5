package app.vstrivia.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbTest {
    @TempDir
    Path temporary;

    @Test
    void dataIsThereAgainAfterAStopAndWithAnotherPassword() throws Exception {
        Path directory = temporary.resolve("a folder with spaces");
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(directory, FreePort.next(), "first1")) {
            execute(database, "first1", "CREATE TABLE word (word VARCHAR(20))");
            execute(database, "first1", "INSERT INTO word VALUES ('kept 🎲')");
        }

        try (EmbeddedMariaDb again = EmbeddedMariaDb.start(directory, FreePort.next(), "second2")) {
            assertEquals("kept 🎲", query(again, "second2", "SELECT word FROM word"));
            assertThrows(SQLException.class, () -> query(again, "first1", "SELECT 1"));
            assertThrows(SQLException.class, () -> connect(again, "root", "").close());
            assertThrows(SQLException.class, () -> connect(again, "", "").close());
            assertEquals("+00:00", query(again, "second2", "SELECT @@global.time_zone"));
        }
    }

    @Test
    void aServerThatAKilledOwnerLeftBehindIsEndedAndTheDataIsThereAgain() throws Exception {
        EmbeddedMariaDb orphan = EmbeddedMariaDb.start(temporary, FreePort.next(), "secret");
        execute(orphan, "secret", "CREATE TABLE word AS SELECT 'kept' AS word");

        try (EmbeddedMariaDb next = EmbeddedMariaDb.start(temporary, FreePort.next(), "secret")) {
            assertFalse(orphan.process().isAlive());
            assertEquals("kept", query(next, "secret", "SELECT word FROM word"));
        }
    }

    @Test
    void aServerThatWasKilledStartsAgainOnItsData() throws Exception {
        EmbeddedMariaDb killed = EmbeddedMariaDb.start(temporary, FreePort.next(), "secret");
        execute(killed, "secret", "CREATE TABLE word AS SELECT 'kept' AS word");
        killed.process().kill();

        try (EmbeddedMariaDb next = EmbeddedMariaDb.start(temporary, FreePort.next(), "secret")) {
            assertEquals("kept", query(next, "secret", "SELECT word FROM word"));
        }
    }

    @Test
    void aFirstStartThatWasInterruptedLeavesNothingHalfMade() throws Exception {
        Files.createDirectories(temporary.resolve("data.part").resolve("mysql"));

        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(temporary, FreePort.next(), "secret")) {
            assertEquals("trivia", query(database, "secret", "SELECT DATABASE()"));
        }
    }

    @Test
    void aServerThatStartsClearsNoTemporaryTablesButItsOwn() throws Exception {
        Path first = temporary.resolve("first");
        try (EmbeddedMariaDb running = EmbeddedMariaDb.start(first, FreePort.next(), "secret")) {
            assertEquals("../tmp", query(running, "secret", "SELECT @@tmpdir"));
            Path table = Files.createFile(first.resolve("tmp").resolve("#sql-temptable-1-1-1.MAD"));
            try (EmbeddedMariaDb other =
                    EmbeddedMariaDb.start(temporary.resolve("second"), FreePort.next(), "secret")) {
                assertTrue(Files.exists(table), other.process() + " leaves it");
            }
        }
    }

    @Test
    void aPortInUseIsReported() {
        try (EmbeddedMariaDb first = EmbeddedMariaDb.start(temporary.resolve("first"), FreePort.next(), "secret")) {
            Path second = temporary.resolve("second");

            ServerNotStarted failure =
                    assertThrows(ServerNotStarted.class, () -> EmbeddedMariaDb.start(second, first.port(), "secret"));

            assertEquals("Port " + first.port() + ", which MariaDB is to listen on, is in use.", failure.getMessage());
        }
    }

    private static void execute(EmbeddedMariaDb database, String password, String sql) throws SQLException {
        try (Connection connection = connect(database, EmbeddedMariaDb.USER, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedMariaDb database, String password, String sql) throws SQLException {
        try (Connection connection = connect(database, EmbeddedMariaDb.USER, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedMariaDb database, String user, String password) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), user, password);
    }
}
