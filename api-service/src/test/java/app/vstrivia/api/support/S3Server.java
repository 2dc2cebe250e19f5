package app.vstrivia.api.support;

import app.vstrivia.embedded.ChildProcess;
import app.vstrivia.embedded.FreePort;
import app.vstrivia.local.storage.EmbeddedS3;
import app.vstrivia.local.storage.S3Process;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An S3 server for one test run, as a process of its own: its libraries are not those of the service. */
public final class S3Server implements QuarkusTestResourceLifecycleManager {
    private static final String SECRET = "s3-secret-of-the-tests";

    private ChildProcess server;

    @Override
    public Map<String, String> start() {
        int port = FreePort.next();
        try {
            Path place = Files.createTempDirectory("s3");
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx96m",
                    "-cp",
                    classPath(),
                    S3Process.class.getName(),
                    place.resolve("files").toString(),
                    Integer.toString(port),
                    SECRET,
                    Long.toString(ProcessHandle.current().pid()));
            server = ChildProcess.start("S3", command, Map.of(), place, place.resolve("s3.log"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.awaitReady(() -> listens(port), Duration.ofSeconds(60));
        return Map.of(
                "quarkus.s3.endpoint-override",
                "http://127.0.0.1:" + port,
                "quarkus.s3.path-style-access",
                "true",
                "quarkus.s3.aws.credentials.type",
                "static",
                "quarkus.s3.aws.credentials.static-provider.access-key-id",
                EmbeddedS3.ACCESS_KEY,
                "quarkus.s3.aws.credentials.static-provider.secret-access-key",
                SECRET);
    }

    /** What the build of the server's module left there. */
    private static String classPath() {
        Path target = Path.of(System.getProperty("basedir", System.getProperty("user.dir")))
                .resolve("../deploy/local/storage/target")
                .normalize();
        return target.resolve("classes") + File.pathSeparator + target.resolve("lib") + File.separator + "*";
    }

    private static boolean listens(int port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        }
    }

    @Override
    public void stop() {
        server.kill();
    }
}
