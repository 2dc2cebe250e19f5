package app.vstrivia.local.storage;

import app.vstrivia.embedded.ServerNotStarted;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server on 127.0.0.1 that keeps its objects as files and lives inside this process. */
public final class EmbeddedS3 implements AutoCloseable {
    public static final String ACCESS_KEY = "trivia";
    public static final List<String> BUCKETS = List.of("trivia-private", "trivia-public");

    /** Of these, the one that everybody may get objects of. */
    private static final String PUBLIC = "trivia-public";

    /**
     * Pages of any origin may read what they may fetch: what is public, and what a link opens. The server knows no rules of single
     * buckets.
     */
    private static final CrossOriginResourceSharing READABLE_BY_PAGES =
            new CrossOriginResourceSharing(List.of("*"), List.of("GET", "HEAD"), List.of("*"), List.of("ETag"), "");

    private final URI endpoint;
    private final S3Proxy server;

    private EmbeddedS3(URI endpoint, S3Proxy server) {
        this.endpoint = endpoint;
        this.server = server;
    }

    /** @param directory holds the buckets; created if absent; belongs to this server alone */
    public static EmbeddedS3 start(Path directory, int port, String secretKey) {
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        try {
            Files.createDirectories(directory);
            for (String bucket : BUCKETS) {
                Files.createDirectories(directory.resolve(bucket));
            }
        } catch (IOException failure) {
            throw new ServerNotStarted("The S3 server cannot use " + directory, failure);
        }
        S3Proxy server = S3Proxy.builder()
                .endpoint(endpoint)
                .blobStore(new ReadableByAll(new FilesystemNio2BlobStore(directory.toString()), PUBLIC))
                .corsRules(READABLE_BY_PAGES)
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, secretKey)
                .build();
        EmbeddedS3 started = new EmbeddedS3(endpoint, server);
        started.listen();
        return started;
    }

    private void listen() {
        try {
            server.start();
        } catch (Exception failure) {
            throw new ServerNotStarted("The S3 server cannot be started", failure);
        }
    }

    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("The S3 server cannot be stopped", failure);
        }
    }
}
