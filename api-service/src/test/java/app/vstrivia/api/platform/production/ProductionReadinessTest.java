package app.vstrivia.api.platform.production;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionReadinessTest {
    private static final Map<String, String> AS_ON_A_LAPTOP = Map.ofEntries(
            entry("quarkus.datasource.username", "root"),
            entry("quarkus.datasource.password", "trivia"),
            entry("quarkus.datasource.jdbc.url", "jdbc:mysql://db/trivia?sslMode=REQUIRED"),
            entry("quarkus.s3.endpoint-override", "http://127.0.0.1:9001"),
            entry("quarkus.s3.aws.credentials.static-provider.secret-access-key", "change-me"),
            entry("trivia.web.socket-url", "ws://localhost:8081/v1/socket"),
            entry("trivia.sign-in.providers.dev.issuer", "http://localhost:8180/realms/dev"),
            entry("trivia.edge.required-values", "change-me-123456,f3Qm-88dLr02-xzA"),
            entry("trivia.rate-limit.times", "1000"),
            entry("quarkus.http.cors.enabled", "true"),
            entry("quarkus.http.cors.origins", "*"));

    @TempDir
    Path folder;

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "the test's", 100))
                .build();
    }

    @Test
    void everythingThatIsUnsafeIsToldAtOnce() {
        assertEquals(
                List.of(
                        "quarkus.datasource.password is a default one",
                        "trivia.edge.required-values is a default one",
                        "quarkus.s3.aws.credentials.static-provider.secret-access-key is a default one",
                        "quarkus.datasource.username is root: an account of its own cannot change what is not its own",
                        "quarkus.datasource.jdbc.url asks for a connection where nobody looks who answers",
                        "trivia.token.signing-key-file is not set",
                        "trivia.sign-in.providers.dev.issuer is an address without encryption",
                        "trivia.sign-in.providers.dev.issuer is an address of this machine",
                        "trivia.web.socket-url is an address without encryption",
                        "trivia.web.socket-url is an address of this machine",
                        "quarkus.s3.endpoint-override is an address without encryption",
                        "quarkus.s3.endpoint-override is an address of this machine",
                        "trivia.edge.required-header is not set: requests could come round the edge and its limits",
                        "trivia.edge.trusted-proxies is not set: all clients would have the address of the edge, and one limit",
                        "trivia.rate-limit.times is 1000: limits that much higher are for benchmarks",
                        "quarkus.http.cors.origins lets every site ask"),
                ProductionReadiness.findings(config(AS_ON_A_LAPTOP)));
    }

    @Test
    void aCarefulSetUpIsReady() throws IOException {
        Path key = Files.createFile(
                folder.resolve("key.pem"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r--------")));

        assertEquals(
                List.of(),
                ProductionReadiness.findings(config(Map.of(
                        "quarkus.datasource.username", "trivia",
                        "quarkus.datasource.password", "f3Qm-88dLr02-xzA",
                        "trivia.token.signing-key-file", key.toString(),
                        "trivia.web.socket-url", "wss://play.example.org/v1/socket",
                        "trivia.edge.required-header", "X-Edge",
                        "trivia.edge.required-values", "f3Qm-88dLr02-xzA,9Wk2-77aPq31-bbC",
                        "quarkus.s3.aws.credentials.static-provider.secret-access-key", "7hTq/92xL+0vBz41aa",
                        "trivia.edge.trusted-proxies", "10.0.0.0/8",
                        "trivia.rate-limit.times", "1"))));
    }

    @Test
    void inProductionItDoesNotStart() {
        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> new ProductionReadiness()
                .check(new StartupEvent(), config(AS_ON_A_LAPTOP), true));

        assertTrue(refusal.getMessage().contains("\n  - trivia.token.signing-key-file is not set\n"));
    }

    @Test
    void elsewhereItStarts() {
        new ProductionReadiness().check(new StartupEvent(), config(AS_ON_A_LAPTOP), false);
    }
}
