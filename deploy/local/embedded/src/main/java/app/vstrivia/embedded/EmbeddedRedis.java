package app.vstrivia.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Redis-protocol server (6.2) on 127.0.0.1 that keeps nothing: the system may lose what is in it. */
public final class EmbeddedRedis implements AutoCloseable {
    private static final Duration START_BOUND = Duration.ofSeconds(20);

    private final Path directory;
    private final int port;
    private volatile ChildProcess server;

    private EmbeddedRedis(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /**
     * Starts the server and waits until it serves.
     *
     * @param directory holds the log; created if absent; belongs to this server alone
     */
    public static EmbeddedRedis start(Path directory, int port) {
        EmbeddedRedis redis = new EmbeddedRedis(directory, port);
        redis.startAgain();
        return redis;
    }

    /** Starts a server that has ended, on the same port, and waits until it serves. */
    public void startAgain() {
        Path program = ServerBinaries.redisServer();
        try {
            Path place = Files.createDirectories(directory.toAbsolutePath().normalize());
            endOrphans(place);
            FreePort.require(port, "Redis");
            List<String> command = List.of(
                    program.toString(),
                    "--dir",
                    place.toString(),
                    "--bind",
                    "127.0.0.1",
                    "--port",
                    Integer.toString(port),
                    // The title would hide the arguments by which an orphan is found.
                    "--set-proc-title",
                    "no",
                    "--save",
                    "",
                    "--appendonly",
                    "no");
            server = ChildProcess.start("Redis", command, Map.of(), place, place.resolve("redis.log"));
            server.awaitReady(() -> pongs(port), START_BOUND);
        } catch (IOException failure) {
            throw new ServerNotStarted("Redis cannot use " + directory, failure);
        }
    }

    /** Ends a server that a killed owner left behind on this directory; answers how many there were. */
    public static int endOrphans(Path directory) {
        return ChildProcess.endOrphans(directory.toAbsolutePath().normalize().toString());
    }

    private static boolean pongs(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 1000);
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public ChildProcess process() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
