package app.vstrivia.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

/** JSON over HTTP, with or without an access token. */
public final class TriviaApi {
    private static final Duration BOUND = Duration.ofSeconds(30);

    private final TriviaNetwork network;
    private final URI base;
    private final AtomicLong requests = new AtomicLong();

    /** @param base scheme, host and port, such as {@code http://127.0.0.1:8080} */
    public TriviaApi(TriviaNetwork network, URI base) {
        this.network = network;
        this.base = base;
    }

    /** How many requests were made. */
    public long requests() {
        return requests.get();
    }

    TriviaNetwork network() {
        return network;
    }

    /** An empty object to fill and send. */
    public static ObjectNode object() {
        return TriviaNetwork.JSON.createObjectNode();
    }

    /**
     * @param token null for a call that needs none
     * @param body null for none
     * @return the answer's JSON (missing if there is none), or an {@link ApiFailure}
     */
    public CompletableFuture<JsonNode> send(String method, String path, String token, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(BOUND);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
        }
        requests.incrementAndGet();
        return network.http()
                .sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(TriviaApi::read);
    }

    /** The same, waiting for the answer. */
    public JsonNode call(String method, String path, String token, JsonNode body) {
        return await(send(method, path, token, body));
    }

    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    private static JsonNode read(HttpResponse<String> response) {
        JsonNode body = parse(response.body());
        if (response.statusCode() >= 400) {
            throw new ApiFailure(
                    response.request().method() + " " + response.uri().getPath(),
                    response.statusCode(),
                    body.path("code").asText(""),
                    body.path("detail").asText(body.path("title").asText("")));
        }
        return body;
    }

    private static JsonNode parse(String body) {
        if (body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return TriviaNetwork.JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
