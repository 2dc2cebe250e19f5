package app.vstrivia.local.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;

/** The threads and the HTTP client that all clients of a JVM share. */
public final class TriviaNetwork implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final int THREADS = 8;

    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS, daemon("trivia-client"));
    private final ScheduledExecutorService scheduler =
            new ScheduledThreadPoolExecutor(2, daemon("trivia-client-timer"));
    private final HttpClient http;

    /** Clients that trust whom Java trusts. */
    public TriviaNetwork() {
        this(HttpClient.newBuilder());
    }

    /** Clients that trust nobody but the authorities of that context. */
    public TriviaNetwork(SSLContext trust) {
        this(HttpClient.newBuilder().sslContext(trust));
    }

    private TriviaNetwork(HttpClient.Builder builder) {
        http = builder.version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .executor(executor)
                .build();
    }

    HttpClient http() {
        return http;
    }

    ScheduledExecutorService scheduler() {
        return scheduler;
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Close the clients first: what they still wait for is dropped. */
    @Override
    public void close() {
        scheduler.shutdownNow();
        executor.shutdownNow();
    }
}
