package app.vstrivia.backup.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Tells a chat, by a webhook that takes {@code {"text": …}}; nobody if there is none. */
public final class Notice {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Optional<URI> webhook;

    public Notice(Optional<URI> webhook) {
        this.webhook = webhook;
    }

    /** Says so on standard error if the chat does not answer: that is never why a command fails. */
    public void tell(String text) {
        if (webhook.isEmpty()) {
            return;
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(webhook.get())
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            new ObjectMapper().writeValueAsBytes(Map.of("text", text))))
                    .build();
            int status = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status >= 300) {
                System.err.println("The chat answered " + status + "; not told: " + text);
            }
        } catch (IOException failure) {
            System.err.println("The chat did not answer; not told: " + text);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
