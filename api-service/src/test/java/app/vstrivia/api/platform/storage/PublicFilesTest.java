package app.vstrivia.api.platform.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** What the S3 server is asked for, looked at on the wire: the embedded one lets everybody read whatever is said. */
class PublicFilesTest {
    private static final String COPIED =
            "<CopyObjectResult><ETag>\"1\"</ETag><LastModified>2026-01-01T00:00:00.000Z</LastModified></CopyObjectResult>";

    private final Map<String, String> access = new ConcurrentHashMap<>();
    private HttpServer server;
    private S3Client s3;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        s3 = S3Client.builder()
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
    }

    @AfterEach
    void stop() {
        s3.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String said = exchange.getRequestHeaders()
                .getOrDefault("x-amz-acl", List.of("nothing"))
                .get(0);
        access.put(exchange.getRequestURI().getPath(), said);
        byte[] body = exchange.getRequestHeaders().containsKey("x-amz-copy-source")
                ? COPIED.getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void store(boolean publicAcl) {
        PublicFiles files = new PublicFiles(s3, new TestStorageConfig("quizzes", false, publicAcl));
        files.put("put", new byte[] {1}, "image/webp");
        files.copyOfPrivate("from", "copied", "image/webp");
    }

    @Test
    void whereNoPolicySaysItEachFileSaysThatEverybodyMayReadIt() {
        store(true);

        assertEquals(Map.of("/quizzes-public/put", "public-read", "/quizzes-public/copied", "public-read"), access);
    }

    @Test
    void whereAPolicySaysItFilesSayNothing() {
        store(false);

        assertEquals(Map.of("/quizzes-public/put", "nothing", "/quizzes-public/copied", "nothing"), access);
    }
}
