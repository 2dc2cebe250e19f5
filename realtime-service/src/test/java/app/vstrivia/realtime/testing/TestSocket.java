package app.vstrivia.realtime.testing;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.ProtocolCodec;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** A client that keeps every frame it got, and can be asked to wait for one. */
public final class TestSocket implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_MS = 15_000;

    private final List<JsonNode> frames = new ArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final PlayerId player;
    private final WebSocket socket;
    private final long echoDelayMs;
    private int read;
    private Integer closeCode;

    private TestSocket(URI uri, PlayerId player, String token, long echoDelayMs) {
        this.player = player;
        this.echoDelayMs = echoDelayMs;
        this.socket = HTTP.newWebSocketBuilder()
                .subprotocols("trivia.v1")
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create(uri.toString().replaceFirst("^http", "ws")), this)
                .join();
    }

    public static TestSocket open(URI uri, PlayerId player) {
        return new TestSocket(uri, player, Issuer.token(player.toString()), 0);
    }

    public static TestSocket openWithToken(URI uri, PlayerId player, String token) {
        return new TestSocket(uri, player, token, 0);
    }

    /** A client that answers pings late, to look as if it were far away. */
    public static TestSocket openWithSlowEchoes(URI uri, PlayerId player, long delayMs) {
        return new TestSocket(uri, player, Issuer.token(player.toString()), delayMs);
    }

    public PlayerId player() {
        return player;
    }

    public TestSocket send(String json) {
        socket.sendText(json.replace('\'', '"'), true).join();
        return this;
    }

    /** The same, unless the server has ended the connection already. */
    public void sendIfOpen(String json) {
        try {
            send(json);
        } catch (CompletionException e) {
            if (!socket.isOutputClosed()) {
                throw e;
            }
        }
    }

    public TestSocket hello() {
        send("{'type':'hello'}");
        await(frame -> is(frame, "resumed"));
        return this;
    }

    /** Waits for the next frame, after those that were waited for before, that fulfils the condition. */
    public synchronized JsonNode await(Predicate<JsonNode> condition) {
        long until = System.currentTimeMillis() + PATIENCE_MS;
        while (true) {
            while (read < frames.size()) {
                JsonNode frame = frames.get(read++);
                if (condition.test(frame)) {
                    return frame;
                }
            }
            waitForNews(until, "no such frame among " + frames);
        }
    }

    /** The next frame that fulfils the condition; null if the connection ends without one. */
    public synchronized JsonNode awaitEndOr(Predicate<JsonNode> condition) {
        long until = System.currentTimeMillis() + PATIENCE_MS;
        while (true) {
            while (read < frames.size()) {
                JsonNode frame = frames.get(read++);
                if (condition.test(frame)) {
                    return frame;
                }
            }
            if (closeCode != null) {
                return null;
            }
            waitForNews(until, "neither such a frame nor an end among " + frames);
        }
    }

    public JsonNode awaitType(String type) {
        return await(frame -> is(frame, type));
    }

    public JsonNode awaitEvent(String kind) {
        return await(frame -> is(frame, "event") && frame.path("kind").asText().equals(kind));
    }

    public synchronized boolean isClosed() {
        return closeCode != null;
    }

    public synchronized int awaitClose() {
        long until = System.currentTimeMillis() + PATIENCE_MS;
        while (closeCode == null) {
            waitForNews(until, "the socket is still open");
        }
        return closeCode;
    }

    private void waitForNews(long until, String otherwise) {
        long left = until - System.currentTimeMillis();
        if (left <= 0) {
            throw new AssertionError(otherwise);
        }
        try {
            wait(left);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that came so far. */
    public synchronized List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    private static boolean is(JsonNode frame, String type) {
        return frame.path("type").asText().equals(type);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        synchronized (this) {
            partial.append(text);
            if (last) {
                frames.add(ProtocolCodec.tree(partial.toString()));
                partial.setLength(0);
                notifyAll();
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket from, ByteBuffer data) {
        from.request(1);
        return echoDelayMs == 0
                ? null
                : new CompletableFuture<Void>()
                        .completeOnTimeout(null, echoDelayMs, java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closeCode = status;
        notifyAll();
        return null;
    }

    @Override
    public synchronized void onError(WebSocket from, Throwable failure) {
        closeCode = -1;
        notifyAll();
    }

    /** Ends the connection without a word, as a dead phone does. */
    public void abort() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
