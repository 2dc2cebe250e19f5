package app.vstrivia.local.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.embedded.EmbeddedMariaDb;
import app.vstrivia.embedded.FreePort;
import app.vstrivia.embedded.ServerNotStarted;
import app.vstrivia.local.storage.EmbeddedS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services as they are on one machine, but told that this is production. Neither a database nor Redis is there. */
@Tag("waits")
class ProductionIT {
    private static final String FINDING = "  - ";
    private static final int PATIENCE_S = 30;

    @TempDir
    Path data;

    @Test
    void theSettingsOfOneMachineAreRefusedInProductionAndAllToldAtOnce() throws Exception {
        Settings settings = new Settings(
                LocalSystem.projectRoot(),
                data,
                ServicePorts.free(),
                List.of(ServicePorts.free()),
                FreePort.next(),
                FreePort.next(),
                FreePort.next(),
                Map.of(
                        "TRIVIA_PRODUCTION",
                        "true",
                        // The migrations come before what looks at the settings.
                        "QUARKUS_FLYWAY_MIGRATE_AT_START",
                        "false"));
        ServiceEnvironment environment = new ServiceEnvironment(settings);
        local(settings, environment);

        // Both at the same time.
        CompletableFuture<List<String>> api =
                CompletableFuture.supplyAsync(() -> findings("api-service", settings.api(), settings, environment));
        CompletableFuture<List<String>> realtime = CompletableFuture.supplyAsync(
                () -> findings("realtime-service", settings.realtime().get(0), settings, environment));

        assertEquals(
                List.of(
                        "trivia.web.socket-url is an address without encryption",
                        "trivia.web.socket-url is an address of this machine",
                        "quarkus.s3.endpoint-override is an address without encryption",
                        "quarkus.s3.endpoint-override is an address of this machine",
                        "trivia.edge.required-header is not set: requests could come round the edge and its limits",
                        "trivia.edge.trusted-proxies is not set: all clients would have the address of the edge, and"
                                + " one limit",
                        "trivia.rate-limit.times is 1000: limits that much higher are for benchmarks"),
                api.get(PATIENCE_S, TimeUnit.SECONDS));
        assertEquals(
                List.of(
                        "quarkus.oidc.auth-server-url is an address of this machine",
                        "quarkus.oidc.jwks-path is an address of this machine",
                        "trivia.web.socket.url is an address without encryption",
                        "trivia.web.socket.url is an address of this machine",
                        "trivia.edge.required-header is not set: requests could come round the edge and its limits"),
                realtime.get(PATIENCE_S, TimeUnit.SECONDS));
    }

    /** As {@link LocalSystem} says it. */
    private static void local(Settings settings, ServiceEnvironment environment) throws IOException {
        Secrets secrets = Secrets.in(settings.data());
        String database = "mysql://127.0.0.1:" + settings.mariaDbPort() + "/trivia";
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", database);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + database);
        environment.put("QUARKUS_DATASOURCE_USERNAME", EmbeddedMariaDb.USER);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.databasePassword());
        environment.put("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:" + settings.redisPort());
        try (EmbeddedS3 s3 = EmbeddedS3.start(settings.data().resolve("s3"), settings.s3Port(), secrets.s3Secret())) {
            environment.s3(s3, secrets.s3Secret());
        }
        environment.put(
                "TRIVIA_TOKEN_SIGNING_KEY_FILE", secrets.signingKeyFile().toString());
        environment.put(
                "TRIVIA_WEB_SOCKET_URL",
                "ws://localhost:" + settings.realtime().get(0).http() + "/v1/socket");
        environment.put(
                "QUARKUS_OIDC_JWKS_PATH", "http://127.0.0.1:" + settings.api().http() + "/.well-known/jwks.json");
    }

    /** What the service says against its settings, after it has ended with 1. */
    private static List<String> findings(
            String name, ServicePorts ports, Settings settings, ServiceEnvironment environment) {
        try (JavaService service =
                new JavaService(name, name, ports, settings, List.of(), false, environment.on(ports))) {
            assertThrows(ServerNotStarted.class, service::start);
            assertEquals(1, service.process().ended().join(), service.process().logTail(20));
            Path log = settings.data().resolve("logs").resolve(name + ".log");
            return Files.readAllLines(log).stream()
                    .filter(line -> line.startsWith(FINDING))
                    .map(line -> line.substring(FINDING.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
