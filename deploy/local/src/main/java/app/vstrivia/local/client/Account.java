package app.vstrivia.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A registered device: knows its secret and always has an access token that is good for a while. */
public final class Account {
    /** A token this near to its end is replaced before use. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final TriviaApi api;
    private final String name;
    private final String playerId;
    private final String deviceId;
    private final String secret;
    private CompletableFuture<String> token;
    private long tokenUntil;

    private Account(TriviaApi api, JsonNode device) {
        this.api = api;
        this.name = device.path("name").asText();
        this.playerId = device.path("playerId").asText();
        this.deviceId = device.path("deviceId").asText();
        this.secret = device.path("secret").asText();
    }

    public static CompletableFuture<Account> register(TriviaApi api, String name) {
        return api.send("POST", "/v1/devices", null, TriviaApi.object().put("name", name))
                .thenApply(device -> new Account(api, device));
    }

    /** Registers one more device of the player. */
    public CompletableFuture<Account> anotherDevice() {
        return send("POST", "/v1/me/devices/link-codes", TriviaApi.object().put("secret", secret))
                .thenCompose(link -> api.send(
                        "POST",
                        "/v1/devices/link",
                        null,
                        TriviaApi.object().put("code", link.path("code").asText())))
                .thenApply(device -> new Account(api, device));
    }

    public String name() {
        return name;
    }

    public String playerId() {
        return playerId;
    }

    public String deviceId() {
        return deviceId;
    }

    public synchronized CompletableFuture<String> token() {
        boolean old = tokenUntil - System.nanoTime() < MARGIN.toNanos();
        if (token == null || token.isCompletedExceptionally() || token.isDone() && old) {
            token = api.send(
                            "POST",
                            "/v1/tokens",
                            null,
                            TriviaApi.object().put("deviceId", deviceId).put("secret", secret))
                    .thenApply(this::keep);
        }
        return token;
    }

    private synchronized String keep(JsonNode answer) {
        tokenUntil = System.nanoTime()
                + Duration.ofSeconds(answer.path("expiresIn").asLong()).toNanos();
        return answer.path("accessToken").asText();
    }

    /** The next use asks for a new token: the server did not like this one. */
    synchronized void forgetToken() {
        token = null;
    }

    public CompletableFuture<JsonNode> send(String method, String path, JsonNode body) {
        return token().thenCompose(bearer -> api.send(method, path, bearer, body));
    }

    /** The same, waiting for the answer. */
    public JsonNode call(String method, String path, JsonNode body) {
        return TriviaApi.await(send(method, path, body));
    }
}
