package app.vstrivia.local.match;

import app.vstrivia.local.client.Ack;
import app.vstrivia.local.client.Frame;
import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A player who looks for a duel and answers each round of it once, a little after it opened. */
final class Contestant implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int SLOWEST_MS = 400;

    private final int quickestMs;
    private final TriviaClient client;
    private final Map<Integer, Ack> acks = new ConcurrentHashMap<>();

    Contestant(TriviaApi api, String name, Supplier<URI> socket) {
        this(api, name, socket, 0);
    }

    /** One who thinks for at least that time, in ms. */
    Contestant(TriviaApi api, String name, Supplier<URI> socket, int quickestMs) {
        this.quickestMs = quickestMs;
        client = TriviaClient.register(api, name, socket).listen(this::hear).connect();
    }

    /** Waits until the socket has everything that there is so far. */
    Contestant awaitReady() throws TimeoutException, InterruptedException {
        client.await(frame -> frame.type().equals("resumed"), PATIENCE);
        return this;
    }

    /** Asks for an opponent; answers with the match once there is one, which may be much later. */
    String findDuel(String pace, int rounds) throws TimeoutException, InterruptedException {
        look(pace, rounds);
        return awaitMatch();
    }

    void look(String pace, int rounds) {
        ObjectNode settings = TriviaApi.object().put("pace", pace).put("count", rounds);
        client.account()
                .call("POST", "/v1/matchmaking/tickets", TriviaApi.object().set("settings", settings));
    }

    /** Waits for the news that a match was found; it is joined as soon as the news comes. */
    String awaitMatch() throws TimeoutException, InterruptedException {
        return await("match-found").data().path("match").asText();
    }

    private void hear(Frame frame) {
        if (frame.isEvent("match-found")) {
            client.join(frame.data().path("match").asText());
        } else if (frame.isEvent("round-opened")) {
            int round = frame.data().path("round").asInt();
            int choice = ThreadLocalRandom.current()
                    .nextInt(frame.data().path("choices").size());
            String match = frame.stream().substring("match:".length());
            int wait = quickestMs + ThreadLocalRandom.current().nextInt(SLOWEST_MS);
            CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS)
                    .execute(() ->
                            client.answer(match, round, List.of(choice), wait).thenAccept(ack -> acks.put(round, ack)));
        }
    }

    Frame await(String kind) throws TimeoutException, InterruptedException {
        return client.await(frame -> frame.isEvent(kind), PATIENCE);
    }

    Frame awaitRound(String kind, int round) throws TimeoutException, InterruptedException {
        return client.await(
                frame -> frame.isEvent(kind) && frame.data().path("round").asInt() == round, PATIENCE);
    }

    TriviaClient client() {
        return client;
    }

    Map<Integer, Ack> acks() {
        return acks;
    }

    /** The match as the API gives it to this player. */
    JsonNode result(String match) {
        return client.account().call("GET", "/v1/matches/" + match, null);
    }

    @Override
    public void close() {
        client.close();
    }
}
