package app.vstrivia.api.platform.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.embedded.FreePort;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** While there is no server of files, or none that answers. */
class PrivateFilesTest {
    private final URI nowhere = URI.create("http://127.0.0.1:" + FreePort.next());
    private final StaticCredentialsProvider credentials =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));
    private final PrivateFiles files = filesAt(nowhere);

    private PrivateFiles filesAt(URI server) {
        return new PrivateFiles(
                S3Client.builder()
                        .region(Region.US_EAST_1)
                        .endpointOverride(server)
                        .forcePathStyle(true)
                        .credentialsProvider(credentials)
                        .httpClientBuilder(ApacheHttpClient.builder())
                        .build(),
                S3Presigner.builder()
                        .region(Region.US_EAST_1)
                        .endpointOverride(server)
                        .credentialsProvider(credentials)
                        .build(),
                new TestStorageConfig("private", false, false));
    }

    @Test
    void whatIsAskedOfItIsUnavailableAndMayBeAskedAgain(@TempDir Path place) throws Exception {
        Path file = Files.write(place.resolve("file"), new byte[9]);
        for (Executable question : List.<Executable>of(
                () -> files.put("key", file, "image/png"),
                () -> files.get("key", place.resolve("new")),
                () -> files.open("key"),
                () -> files.beginning("key", 9),
                () -> files.copy("key", "other", "image/png"),
                () -> files.size("key"),
                () -> files.delete("key"),
                () -> files.deleteAll("key"))) {
            StorageAway away = assertThrows(StorageAway.class, question);
            assertEquals(503, away.getStatusCode());
            assertTrue(away.getHeaders().containsKey("Retry-After"));
            assertFalse(away.getDetail().contains("127.0.0.1"));
        }
    }

    /** As a proxy does with a connection that it kept too long, or a server that is replaced. */
    @Test
    void whatAConnectionTakesWithItIsAskedAgain(@TempDir Path place) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            if (asked.getAndIncrement() > 0) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, -1);
            }
            exchange.close();
        });
        server.start();
        try {
            filesAt(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                    .put("key", Files.write(place.resolve("file"), new byte[9]), "image/png");
        } finally {
            server.stop(0);
        }

        assertEquals(2, asked.get());
    }

    @Test
    void linksAreMadeAllTheSameAndSayWhatIsSigned() {
        UploadLink link = files.uploadLink("key", "video/mp4", 1_000, Map.of("owner", "ada"), Duration.ofHours(1));

        assertTrue(
                link.url().getQuery().contains("content-length;content-type;host;x-amz-meta-owner"),
                link.url()::getQuery);
        assertEquals(
                List.of("content-length", "content-type", "x-amz-meta-owner"),
                List.copyOf(new TreeSet<>(link.headers().keySet().stream()
                        .map(String::toLowerCase)
                        .toList())));
        assertEquals("1000", link.headers().get("content-length"));
        assertFalse(link.toString().contains("Signature"));
    }
}
