package app.vstrivia.local.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.embedded.ChildProcess;
import app.vstrivia.embedded.EmbeddedMariaDb;
import app.vstrivia.embedded.FreePort;
import app.vstrivia.embedded.Identity;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API's jar with the argument {@code migrate}. There is neither Redis nor an S3 server. */
@Tag("waits")
class MigrationStepIT {
    private static final String PASSWORD = "migrated";
    private static final int PATIENCE_S = 90;
    private static final int ALL_LINES = 2_000;

    @TempDir
    Path data;

    @Test
    void theDatabaseIsBroughtUpToDateByAProcessThatListensNowhereAndEnds() throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(data.resolve("mariadb"), FreePort.next(), PASSWORD);
                ChildProcess step = migrate(database, PASSWORD, "migrate.log")) {
            assertEquals(0, statusOf(step), step.logTail(20));

            String log = step.logTail(ALL_LINES);
            assertTrue(log.contains("Successfully applied"), log);
            assertFalse(log.contains("istening on"), log);
            assertFalse(log.contains("Timed out waiting"), "nothing is left to wait for: " + log);
        }
    }

    /** Its migrations are not in this version's jar, and their numbers may be lower than the last of those that are. */
    @Test
    void theTablesOfALaterVersionAreGoodEnough() throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(data.resolve("mariadb"), FreePort.next(), PASSWORD);
                ChildProcess first = migrate(database, PASSWORD, "first.log")) {
            assertEquals(0, statusOf(first), first.logTail(20));
            later(database, 1_000, "0005.1");
            later(database, 1_001, "9999");

            try (ChildProcess step = migrate(database, PASSWORD, "back.log")) {
                assertEquals(0, statusOf(step), step.logTail(20));
            }
        }
    }

    private static void later(EmbeddedMariaDb database, int rank, String version) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), EmbeddedMariaDb.USER, PASSWORD);
                PreparedStatement row = connection.prepareStatement(
                        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
                                + " installed_by, execution_time, success) VALUES (?, ?, 'later', 'SQL', 'later.sql',"
                                + " 'later', 0, 1)")) {
            row.setInt(1, rank);
            row.setString(2, version);
            assertEquals(1, row.executeUpdate());
        }
    }

    @Test
    void aDatabaseThatCannotBeMigratedIsAnError() throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(data.resolve("mariadb"), FreePort.next(), PASSWORD);
                ChildProcess step = migrate(database, "wrong", "refused.log")) {
            assertEquals(1, statusOf(step), step.logTail(20));
        }
    }

    /** It has the password, and gives it to nobody who cannot show a certificate of that authority. */
    @Test
    void aDatabaseOfAnotherAuthorityIsNotBelieved() throws Exception {
        Identity server = Identity.make(data.resolve("keys"), "server");
        Identity stranger = Identity.make(data.resolve("keys"), "stranger");
        EmbeddedMariaDb.Extras encrypted = new EmbeddedMariaDb.Extras(
                List.of("--ssl", "--ssl-cert=" + server.certificate(), "--ssl-key=" + server.key()), List.of());
        try (EmbeddedMariaDb database =
                        EmbeddedMariaDb.start(data.resolve("mariadb"), FreePort.next(), PASSWORD, encrypted);
                ChildProcess deceived = migrate(database, PASSWORD, "deceived.log", verified(database, stranger));
                ChildProcess step = migrate(database, PASSWORD, "verified.log", verified(database, server))) {
            assertEquals(1, statusOf(deceived), deceived.logTail(20));
            assertTrue(deceived.logTail(ALL_LINES).contains("CertPathValidator"), deceived.logTail(ALL_LINES));

            assertEquals(0, statusOf(step), step.logTail(20));
        }
    }

    private static Map<String, String> verified(EmbeddedMariaDb database, Identity authority) {
        return Map.of(
                "QUARKUS_DATASOURCE_REACTIVE_MYSQL_SSL_MODE",
                "verify-ca",
                "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM",
                "true",
                "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS",
                authority.certificate().toString(),
                "QUARKUS_DATASOURCE_JDBC_URL",
                database.jdbcUrl().replace("sslMode=DISABLED", "sslMode=REQUIRED"));
    }

    private ChildProcess migrate(EmbeddedMariaDb database, String password, String log) throws IOException {
        return migrate(database, password, log, Map.of());
    }

    /** @param besides settings that go before the usual ones */
    private ChildProcess migrate(EmbeddedMariaDb database, String password, String log, Map<String, String> besides)
            throws IOException {
        Map<String, String> settings = new HashMap<>(settings(database, password));
        settings.putAll(besides);
        return ChildProcess.start(
                "migrate",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        JavaService.program(LocalSystem.projectRoot(), "api-service")
                                .toString(),
                        "migrate"),
                settings,
                data,
                data.resolve(log));
    }

    private Map<String, String> settings(EmbeddedMariaDb database, String password) throws IOException {
        return Map.of(
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                database.reactiveUrl(),
                "QUARKUS_DATASOURCE_JDBC_URL",
                database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                EmbeddedMariaDb.USER,
                "QUARKUS_DATASOURCE_PASSWORD",
                password,
                "QUARKUS_REDIS_HOSTS",
                "redis://127.0.0.1:" + FreePort.next(),
                "TRIVIA_STARTER_PACK_IMPORT",
                "false",
                "TRIVIA_TOKEN_SIGNING_KEY_FILE",
                Secrets.in(data).signingKeyFile().toString());
    }

    private static int statusOf(ChildProcess process) throws Exception {
        return process.ended().get(PATIENCE_S, TimeUnit.SECONDS);
    }
}
