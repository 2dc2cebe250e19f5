package app.vstrivia.local.client;

import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** One WebSocket: puts fragments together, sends one message after the other, ends once. */
final class Connection implements WebSocket.Listener {
    /** Hears of the connection, from one thread at a time. */
    interface Owner {
        void opened(Connection connection);

        void received(Connection connection, String text);

        /** @param code the close code; 1006 if the connection broke or never came about */
        void ended(Connection connection, int code, Throwable cause);
    }

    static final int BROKEN = 1006;

    private final int number;
    private final Owner owner;
    private final StringBuilder parts = new StringBuilder();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile WebSocket socket;
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

    Connection(int number, Owner owner) {
        this.number = number;
        this.owner = owner;
    }

    void open(TriviaNetwork network, URI uri, String token) {
        network.http()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .subprotocols("trivia.v1")
                .connectTimeout(Duration.ofSeconds(10))
                .buildAsync(uri, this)
                .whenComplete((opened, failure) -> {
                    if (failure != null) {
                        end(BROKEN, failure instanceof CompletionException ? failure.getCause() : failure);
                    }
                });
    }

    int number() {
        return number;
    }

    synchronized void send(String text) {
        WebSocket open = socket;
        if (open == null || ended.get()) {
            return;
        }
        sending = sending.thenCompose(before -> open.sendText(text, true)).whenComplete((sent, failure) -> {
            if (failure != null) {
                abort(failure);
            }
        });
    }

    /** Says goodbye; the server's answer is not waited for. */
    void close() {
        WebSocket open = socket;
        if (open != null && ended.compareAndSet(false, true)) {
            open.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((done, failure) -> open.abort());
        }
    }

    /** Breaks the connection as a lost network would. */
    void abort(Throwable cause) {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
        end(BROKEN, cause);
    }

    private void end(int code, Throwable cause) {
        if (ended.compareAndSet(false, true)) {
            owner.ended(this, code, cause);
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        owner.opened(this);
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        parts.append(part);
        if (last) {
            String text = parts.toString();
            parts.setLength(0);
            if (!ended.get()) {
                owner.received(this, text);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(code, null);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        end(BROKEN, failure);
    }
}
