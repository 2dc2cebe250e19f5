package app.vstrivia.api.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.embedded.EmbeddedMariaDb;
import app.vstrivia.embedded.FreePort;
import app.vstrivia.embedded.Identity;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a server that shows a certificate. */
class JdbcTrustTest {
    private static final String PASSWORD = "trusted";

    @TempDir
    static Path folder;

    private static Identity server;
    private static Identity stranger;
    private static EmbeddedMariaDb database;

    @BeforeAll
    static void start() {
        server = Identity.make(folder.resolve("keys"), "server");
        stranger = Identity.make(folder.resolve("keys"), "stranger");
        database = EmbeddedMariaDb.start(
                folder.resolve("mariadb"),
                FreePort.next(),
                PASSWORD,
                new EmbeddedMariaDb.Extras(
                        List.of("--ssl", "--ssl-cert=" + server.certificate(), "--ssl-key=" + server.key()),
                        List.of()));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void theAuthorityOfTheReactiveConnectionsIsThatOfJdbc() throws SQLException {
        for (String mode : List.of("verify-ca", "verify-identity")) {
            try (Connection connection = connect(settings(mode, server.certificate()));
                    ResultSet cipher = connection.createStatement().executeQuery("SHOW STATUS LIKE 'Ssl_cipher'")) {
                assertTrue(cipher.next());
                assertTrue(cipher.getString(2).startsWith("TLS"), cipher.getString(2));
            }
        }
    }

    @Test
    void whoeverHasACertificateOfSomebodyElseIsNotBelieved() {
        assertThrows(SQLException.class, () -> connect(settings("verify-ca", stranger.certificate())));
    }

    @Test
    void oneOfSeveralAuthoritiesIsEnough() throws SQLException {
        String both = stranger.certificate() + ", " + server.certificate();

        connect(settings("verify-ca", both)).close();
    }

    /** What the URL says alone, which this completes. */
    @Test
    void withoutItAnybodyIsBelieved() throws SQLException {
        connect(settings("required", stranger.certificate())).close();
    }

    @Test
    void aNameThatTheUrlWantsToBeRightHasToBe() {
        SmallRyeConfig settings = config(Map.of(
                JdbcTrust.MODE,
                "verify-ca",
                JdbcTrust.AUTHORITIES,
                server.certificate().toString(),
                "quarkus.datasource.jdbc.url",
                "jdbc:mysql://db/trivia?sslMode=VERIFY_IDENTITY"));

        assertEquals(
                "VERIFY_IDENTITY",
                settings.getConfigValue(JdbcTrust.PROPERTIES + "sslMode").getValue());
    }

    @Test
    void aFileWithoutCertificatesIsToldByItsName() {
        IllegalStateException told =
                assertThrows(IllegalStateException.class, () -> settings("verify-ca", server.key()));

        assertTrue(told.getMessage().contains(server.key().toString()), told.getMessage());
    }

    private static SmallRyeConfig settings(String mode, Object authorities) {
        return config(Map.of(JdbcTrust.MODE, mode, JdbcTrust.AUTHORITIES, authorities.toString()));
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "the test's", 100))
                .withSources(new JdbcTrust())
                .build();
    }

    /** As the pool does it. */
    private static Connection connect(SmallRyeConfig settings) throws SQLException {
        Map<String, String> told = new HashMap<>();
        settings.getPropertyNames().forEach(name -> {
            if (name.startsWith(JdbcTrust.PROPERTIES)) {
                told.put(
                        name.substring(JdbcTrust.PROPERTIES.length()),
                        settings.getConfigValue(name).getValue());
            }
        });
        Properties properties = new Properties();
        properties.putAll(told);
        properties.put("user", EmbeddedMariaDb.USER);
        properties.put("password", PASSWORD);
        return DriverManager.getConnection(
                database.jdbcUrl().replace("sslMode=DISABLED", "sslMode=REQUIRED"), properties);
    }
}
