package app.vstrivia.model.production;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReviewTest {
    @TempDir
    Path folder;

    private static SettingsReview of(String... namesAndValues) {
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new SettingsReview(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "the test's", 100))
                .build());
    }

    @Test
    void everyFindingIsToldAtOnce() {
        SettingsReview review = of("user", "root")
                .secret("password")
                .present("edge", "requests could go round it")
                .not("user", "root", "it may do everything")
                .only("times", "1", "nobody could tell")
                .only("user", "trivia", "it was agreed");

        assertEquals(
                List.of(
                        "password is not set",
                        "edge is not set: requests could go round it",
                        "user is root: it may do everything",
                        "user is root: it was agreed"),
                review.findings());
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://db/trivia?sslMode=REQUIRED, disabled",
        "jdbc:mysql://db/trivia?x=y&sslMode=required, disabled",
        "jdbc:mysql://db/trivia, verify-ca",
        "jdbc:mysql://db/trivia?sslMode=DISABLED, verify-identity"
    })
    void jdbcMustNotBelieveAnybody(String url, String others) {
        assertEquals(
                List.of("db.jdbc.url asks for a connection where nobody looks who answers"),
                of("db.jdbc.url", url, "db.reactive.mysql.ssl-mode", others)
                        .verifiedJdbc("db")
                        .findings());
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://db/trivia, disabled, ",
        "jdbc:mysql://db/trivia?sslMode=VERIFY_IDENTITY, verify-ca, ",
        "jdbc:mysql://db/trivia?sslMode=REQUIRED, verify-ca, VERIFY_CA"
    })
    void jdbcMayBelieveWhomTheOthersBelieve(String url, String others, String completed) {
        SettingsReview review = completed == null
                ? of("db.jdbc.url", url, "db.reactive.mysql.ssl-mode", others)
                : of(
                        "db.jdbc.url",
                        url,
                        "db.reactive.mysql.ssl-mode",
                        others,
                        "db.jdbc.additional-jdbc-properties.sslMode",
                        completed);

        assertEquals(List.of(), review.verifiedJdbc("db").findings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"trivia", "Trivia", "changeit123", "root", "password!"})
    void aWellKnownSecretIsADefaultOne(String password) {
        assertEquals(
                List.of("password is a default one"),
                of("password", password).secret("password").findings());
    }

    @Test
    void aShortSecretIsRefusedAndNotShown() {
        assertEquals(
                List.of("password has less than 12 characters"),
                of("password", "k3y7Rq").secret("password").findings());
        assertEquals(
                List.of(), of("password", "k3y7RqPw92fx").secret("password").findings());
    }

    @Test
    void eachSecretOfAListIsLookedAtIfThereIsOne() {
        assertEquals(
                List.of("keys is a default one", "keys has less than 12 characters"),
                of("keys", "k3y7RqPw92fx, changeit-12345678 ,k3y7Rq")
                        .secretsIfAny("keys")
                        .findings());
        assertEquals(List.of(), of().secretsIfAny("keys").findings());
    }

    @Test
    void aKeyThatEverybodyCanReadIsRefused() throws IOException {
        Path key = Files.writeString(folder.resolve("key.pem"), "key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        String finding = "key names " + key + ", which everybody on this machine can read or change";

        assertEquals(
                List.of(finding), of("key", key.toString()).privateFiles("key").findings());
        assertEquals(
                List.of(finding),
                of("key", folder.toString()).privateFiles("key").findings());
    }

    @Test
    void aKeyOfItsOwnerAndGroupIsGood() throws IOException {
        Path key = Files.writeString(folder.resolve("key.pem"), "key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--r-----"));

        assertEquals(List.of(), of("key", key.toString()).privateFiles("key").findings());
    }

    /** A secret as Kubernetes mounts it: open to all above, the keys in a folder that a link leads to. */
    @Test
    void keysThatKubernetesMountsAreFineBelowTheLinkAlone() throws IOException {
        Path mounted = Files.createDirectory(folder.resolve("keys"));
        Path written = Files.createDirectory(mounted.resolve("..2026_01_01"));
        Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path key = Files.writeString(written.resolve("2026-01.pem"), "key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--r-----"));
        Path link = Files.createSymbolicLink(mounted.resolve("..data"), written.getFileName());
        Files.setPosixFilePermissions(mounted, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertEquals(List.of(), of("key", link.toString()).privateFiles("key").findings());
        assertEquals(
                List.of("key names a folder to which everybody on this machine can add"),
                of("key", mounted.toString()).privateFiles("key").findings());
    }

    @Test
    void aKeyThatIsNotThereIsAFinding() {
        assertEquals(
                List.of("key names what cannot be read"),
                of("key", folder.resolve("none").toString()).privateFiles("key").findings());
        assertEquals(List.of("key is not set"), of().privateFiles("key").findings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/x",
                "http://127.0.0.1:8081/",
                "wss://[::1]/",
                "http://api.localhost",
                "wss://0.0.0.0"
            })
    void anAddressOfThisMachineIsAFinding(String address) {
        assertEquals(
                List.of("keys is an address of this machine"),
                of("keys", address).elsewhere("keys").findings());
    }

    @Test
    void noAddressBelowAPrefixIsUnencryptedOrLocal() {
        SettingsReview review = of(
                "trivia.sign-in.a.issuer",
                "http://sso.example.org",
                "trivia.sign-in.b.issuer",
                "https://localhost:8443/realms/dev",
                "trivia.sign-in.c.issuer",
                "https://accounts.example.org",
                "trivia.name",
                "http is a word",
                "quarkus.redis.hosts",
                "redis://localhost");

        assertEquals(
                List.of(
                        "trivia.sign-in.a.issuer is an address without encryption",
                        "trivia.sign-in.b.issuer is an address of this machine"),
                review.safeAddresses("trivia.").findings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://a.example.org,*", "/.*/", "/^.+$/"})
    void openCorsIsRefused(String origins) {
        SettingsReview review = of("quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", origins);

        assertEquals(
                List.of("quarkus.http.cors.origins lets every site ask"),
                review.closedCors().findings());
    }

    @Test
    void corsThatIsOffOrNamesItsSitesIsGood() {
        assertEquals(List.of(), of().closedCors().findings());
        assertEquals(
                List.of(),
                of("quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", "https://play.example.org")
                        .closedCors()
                        .findings());
    }
}
