package app.vstrivia.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A player with a socket that comes back by itself.
 *
 * <p>After each reconnect it resumes its streams where it was, joins again what it had no snapshot of, and
 * sends again, with the same id, every answer that it has no ack for. Events that it has are counted and
 * ignored; at a gap it asks for what is missing. Every frame is recorded.
 *
 * <p>Listeners run on the network's threads, one frame of a client after the other; they must not block.
 */
public final class TriviaClient implements AutoCloseable, Connection.Owner {
    private static final Set<Integer> FINAL_CODES = Set.of(4400, 4401, 4403, 4408, 4409, 4429);

    private final TriviaNetwork network;
    private final Account account;
    private final Supplier<URI> socketUri;
    private final Backoff backoff = new Backoff(ThreadLocalRandom.current());
    private final StreamPositions positions = new StreamPositions();
    private final Set<String> matches = new LinkedHashSet<>();
    private final PendingAnswers pending;
    private final Heart heart;
    private final FrameLog frames = new FrameLog();
    private final List<Consumer<Frame>> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private Connection connection;
    private boolean wanted;
    private boolean welcomed;
    private int connections;
    private int duplicateEvents;
    private int gaps;
    private int nextJoin;

    /** @param socketUri asked before each connection, so that a client may come back to another replica */
    public TriviaClient(TriviaNetwork network, Account account, Supplier<URI> socketUri) {
        this.network = network;
        this.account = account;
        this.socketUri = socketUri;
        this.heart = new Heart(network.scheduler());
        this.pending = new PendingAnswers(network.scheduler(), this::sendRaw);
    }

    /** Registers a new device with the API; the client is not connected yet. */
    public static TriviaClient register(TriviaApi api, String name, Supplier<URI> socketUri) {
        return new TriviaClient(api.network(), TriviaApi.await(Account.register(api, name)), socketUri);
    }

    public Account account() {
        return account;
    }

    public String playerId() {
        return account.playerId();
    }

    /** Hears every frame that counts: all but the events that are known already or come after a gap. */
    public TriviaClient listen(Consumer<Frame> listener) {
        listeners.add(listener);
        return this;
    }

    /** Connects and stays connected until {@link #close}. Returns at once; see {@link #await}. */
    public synchronized TriviaClient connect() {
        if (!wanted) {
            wanted = true;
            open();
        }
        return this;
    }

    /** Reads a match's stream from now on. */
    public synchronized void join(String match) {
        if (matches.add(match) && welcomed) {
            sendJoin(match);
        }
    }

    /**
     * Answers, and repeats that until the ack comes.
     *
     * @param elapsed milliseconds since the choices were shown
     * @return the ack; fails only if the client is closed before it comes
     */
    public CompletableFuture<Ack> answer(String match, int round, List<Integer> choices, long elapsed) {
        return answer(UUID.randomUUID().toString(), match, round, choices, elapsed);
    }

    /** The same, with an id of the caller's choice. */
    public synchronized CompletableFuture<Ack> answer(
            String id, String match, int round, List<Integer> choices, long elapsed) {
        ObjectNode message = TriviaApi.object()
                .put("type", "answer")
                .put("id", id)
                .put("match", match)
                .put("round", round);
        message.set("choices", TriviaNetwork.JSON.valueToTree(choices));
        message.put("elapsed", elapsed);
        CompletableFuture<Ack> ack = pending.add(id, message.toString());
        sendRaw(message.toString());
        return ack;
    }

    /** Sends anything, for tests of what the server does with it; false if there is no connection to send it on. */
    public synchronized boolean sendRaw(String text) {
        if (connection == null || !welcomed) {
            return false;
        }
        connection.send(text);
        return true;
    }

    /** Breaks the connection as a lost network would; the client comes back by itself. */
    public void drop() {
        Connection current;
        synchronized (this) {
            current = connection;
        }
        if (current != null) {
            current.abort(new IOException("dropped"));
        }
    }

    /** Waits for a frame, which may have come already. */
    public Frame await(Predicate<Frame> wanted, Duration bound) throws TimeoutException, InterruptedException {
        return frames.await(wanted, bound);
    }

    /** Everything that came, in order, also what was ignored. */
    public List<Frame> frames() {
        return frames.all();
    }

    /** How many events came that the client had already. */
    public synchronized int duplicateEvents() {
        return duplicateEvents;
    }

    /** How often an event was missing. */
    public synchronized int gaps() {
        return gaps;
    }

    /** How many connections were attempted. */
    public synchronized int connections() {
        return connections;
    }

    /** Answers without an ack so far. */
    public int unacknowledged() {
        return pending.size();
    }

    public synchronized boolean connected() {
        return welcomed;
    }

    /** Completes with the close code when the server told the client not to come back, with 1000 at {@link #close}. */
    public CompletableFuture<Integer> closed() {
        return closed;
    }

    @Override
    public void close() {
        stop(1000);
    }

    private void stop(int code) {
        synchronized (this) {
            wanted = false;
            welcomed = false;
            heart.stop();
            if (connection != null) {
                connection.close();
                connection = null;
            }
        }
        pending.giveUp("closed before the ack came: " + code);
        closed.complete(code);
    }

    private synchronized void open() {
        if (!wanted) {
            return;
        }
        Connection next = new Connection(++connections, this);
        connection = next;
        account.token().whenComplete((token, failure) -> {
            if (failure == null) {
                next.open(network, socketUri.get(), token);
            } else {
                next.abort(failure);
            }
        });
    }

    @Override
    public synchronized void opened(Connection which) {
        if (which != connection) {
            which.close();
            return;
        }
        positions.reconnected();
        ObjectNode hello = TriviaApi.object().put("type", "hello");
        hello.set("resume", positions.all());
        which.send(hello.toString());
    }

    @Override
    public void ended(Connection which, int code, Throwable cause) {
        synchronized (this) {
            if (which != connection) {
                return;
            }
            welcomed = false;
            heart.stop();
            if (cause instanceof WebSocketHandshakeException refused
                    && refused.getResponse().statusCode() == 401) {
                account.forgetToken();
            }
            if (!FINAL_CODES.contains(code)) {
                reconnectAfter(backoff.next());
                return;
            }
        }
        stop(code);
    }

    private void reconnectAfter(Duration delay) {
        if (wanted && !network.scheduler().isShutdown()) {
            network.scheduler().schedule(this::open, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void received(Connection which, String text) {
        Frame frame = new Frame(which.number(), System.nanoTime(), text, parse(text));
        boolean counts = false;
        synchronized (this) {
            if (which == connection) {
                heart.heard(frame.receivedAt());
                counts = take(frame);
            }
        }
        frames.add(frame);
        if (frame.type().equals("ack")) {
            pending.acknowledged(Ack.of(frame.json()));
        }
        if (counts) {
            listeners.forEach(listener -> listener.accept(frame));
        }
    }

    /** Whether the frame is one that listeners should hear of. */
    private boolean take(Frame frame) {
        switch (frame.type()) {
            case "welcome" -> welcome(frame.json());
            case "resumed" -> pending.texts().forEach(connection::send);
            case "snapshot" -> positions.snapshot(frame);
            case "move" -> move(frame.json().path("within").asInt());
            case "event" -> {
                return takeEvent(frame);
            }
            default -> {}
        }
        return true;
    }

    private boolean takeEvent(Frame frame) {
        switch (positions.event(frame)) {
            case NEXT -> {
                return true;
            }
            case KNOWN -> duplicateEvents++;
            case GAP -> {
                gaps++;
                connection.send(
                        positions.position(frame.stream()).put("type", "resume").toString());
            }
            case GAP_ASKED -> {}
        }
        return false;
    }

    private void welcome(JsonNode welcome) {
        welcomed = true;
        backoff.reset();
        heart.start(welcome.path("heartbeat").asLong(25_000), this::beat, this::fallenSilent);
        matches.stream()
                .filter(match -> !positions.follows("match:" + match))
                .toList()
                .forEach(this::sendJoin);
    }

    private void sendJoin(String match) {
        connection.send(TriviaApi.object()
                .put("type", "join")
                .put("id", "j" + ++nextJoin)
                .put("match", match)
                .toString());
    }

    private void move(int within) {
        Connection leaving = connection;
        network.scheduler()
                .schedule(
                        () -> leaving.abort(new IOException("asked to move")),
                        ThreadLocalRandom.current().nextInt(Math.max(1, within)),
                        TimeUnit.MILLISECONDS);
    }

    private synchronized void beat() {
        if (welcomed) {
            ObjectNode heartbeat = TriviaApi.object().put("type", "heartbeat").put("sent", System.currentTimeMillis());
            heartbeat.set("streams", positions.all());
            connection.send(heartbeat.toString());
        }
    }

    private void fallenSilent() {
        Connection silent;
        synchronized (this) {
            silent = connection;
        }
        if (silent != null) {
            silent.abort(new IOException("nothing heard"));
        }
    }

    private static JsonNode parse(String text) {
        try {
            return TriviaNetwork.JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
