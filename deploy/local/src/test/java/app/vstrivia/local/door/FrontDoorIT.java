package app.vstrivia.local.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.local.launch.LocalSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services as they are started in production, behind an edge. */
@Tag("waits")
class FrontDoorIT {
    private static final String HEADER = "X-Edge-Key";
    private static final String KEY = "key-0123456789abcdef";

    @TempDir
    static Path data;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static LocalSystem system;

    @BeforeAll
    static void start() throws Exception {
        system = LocalSystem.startForTest(
                data,
                1,
                Map.of(
                        "TRIVIA_EDGE_REQUIRED_HEADER",
                        HEADER,
                        "TRIVIA_EDGE_REQUIRED_VALUES",
                        KEY,
                        // One set of variables for both services, as a cluster has it.
                        "TRIVIA_EDGE_TRUSTED_PROXIES",
                        "127.0.0.0/8"));
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void theKeyOpensBothServices() throws Exception {
        for (URI document : List.of(
                system.apiUri().resolve("/q/openapi"), system.realtimeUri(0).resolve("/v1/asyncapi.yaml"))) {
            assertEquals(403, status(document, "X-Other", KEY));
            assertEquals(403, status(document, HEADER, KEY + "x"));
            assertEquals(200, status(document, HEADER, KEY));
        }
    }

    @Test
    void healthAndFiguresAreOnPortsOfTheirOwn() throws Exception {
        for (String path : List.of("/q/health/ready", "/q/metrics")) {
            assertEquals(200, status(system.apiManagementUri().resolve(path), "X-Other", "none"));
            assertEquals(200, status(system.realtimeManagementUri(0).resolve(path), "X-Other", "none"));
            assertEquals(404, status(system.apiUri().resolve(path), HEADER, KEY));
            assertEquals(404, status(system.realtimeUri(0).resolve(path), HEADER, KEY));
        }
    }

    private static int status(URI uri, String header, String value) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).header(header, value).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
