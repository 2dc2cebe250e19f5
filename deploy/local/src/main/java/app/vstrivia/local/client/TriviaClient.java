package app.vstrivia.local.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
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
 * <p>Listeners run on the network's threads, one frame of a client after the other; they must not block. The
 * {@link Line} is also the lock of all that is known here.
 */
public final class TriviaClient implements AutoCloseable {
    private static final long HEARTBEAT_MS = 25_000;

    private final Account account;
    private final Journal journal;
    private final Line line;
    private final StreamPositions positions = new StreamPositions();
    private final Joined matches = new Joined();
    private final PendingAnswers pending;
    private final Heart heart;
    private final List<Consumer<Frame>> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private boolean welcomed;

    /** @param socketUri asked before each connection, so that a client may come back to another replica */
    public TriviaClient(TriviaNetwork network, Account account, Supplier<URI> socketUri) {
        this(network, account, socketUri, new FrameLog());
    }

    /** A client whose traffic goes to a journal, and is not kept by the client itself. */
    public TriviaClient(TriviaNetwork network, Account account, Supplier<URI> socketUri, Journal journal) {
        this.account = account;
        this.journal = journal;
        this.heart = new Heart(network.scheduler());
        this.pending = new PendingAnswers(network.scheduler(), this::sendRaw);
        this.line = new Line(network, account, socketUri, journal, new Conversation());
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
    public TriviaClient connect() {
        line.connect();
        return this;
    }

    /** Reads a match's stream from now on. */
    public void join(String match) {
        synchronized (line) {
            positions.wanted("match:" + match);
            if (matches.add(match) && welcomed) {
                sendJoin(match);
            }
        }
    }

    /** Does not ask for this match's stream any more after the next reconnect. */
    public void forget(String match) {
        synchronized (line) {
            matches.remove(match);
            positions.forget("match:" + match);
        }
    }

    /**
     * Answers, and repeats that until the ack comes.
     *
     * @param elapsed milliseconds since the choices were shown
     * @return the ack; fails if the client is closed before it comes, or the server will never take the answer
     */
    public CompletableFuture<Ack> answer(String match, int round, List<Integer> choices, long elapsed) {
        return answer(UUID.randomUUID().toString(), match, round, choices, elapsed);
    }

    /** The same, with an id of the caller's choice. */
    public CompletableFuture<Ack> answer(String id, String match, int round, List<Integer> choices, long elapsed) {
        String message = Messages.answer(id, match, round, choices, elapsed);
        synchronized (line) {
            CompletableFuture<Ack> ack = pending.add(id, match, message);
            sendRaw(message);
            return ack;
        }
    }

    /** Sends anything, for tests of what the server does with it; false if there is no connection to send it on. */
    public boolean sendRaw(String text) {
        synchronized (line) {
            if (welcomed) {
                line.send(text);
            }
            return welcomed;
        }
    }

    /** Breaks the connection as a lost network would; the client comes back by itself. */
    public void drop() {
        line.drop("dropped");
    }

    /** Waits for a frame, which may have come already. For clients without a journal of somebody else's. */
    public Frame await(Predicate<Frame> wanted, Duration bound) throws TimeoutException, InterruptedException {
        try {
            return ((FrameLog) journal).await(wanted, bound);
        } catch (TimeoutException late) {
            String fate = closed.isDone() ? ", told to stay away with " + closed.join() + ": " : ": ";
            throw new TimeoutException(account.name() + fate + late.getMessage());
        }
    }

    /** Everything that came, in order, also what was ignored. For clients without a journal of somebody else's. */
    public List<Frame> frames() {
        return ((FrameLog) journal).all();
    }

    /** How many events came that the client had already. */
    public int duplicateEvents() {
        synchronized (line) {
            return positions.duplicates();
        }
    }

    /** How often an event was missing. */
    public int gaps() {
        synchronized (line) {
            return positions.gaps();
        }
    }

    /** How many connections were attempted. */
    public int connections() {
        return line.connections();
    }

    /** Answers without an ack so far. */
    public int unacknowledged() {
        return pending.size();
    }

    public boolean connected() {
        synchronized (line) {
            return welcomed;
        }
    }

    /** Completes with the close code when the server told the client not to come back, with 1000 at {@link #close}. */
    public CompletableFuture<Integer> closed() {
        return closed;
    }

    @Override
    public void close() {
        synchronized (line) {
            welcomed = false;
            heart.stop();
            line.close();
        }
        ended(1000);
    }

    private void ended(int code) {
        pending.giveUp("closed before the ack came: " + code);
        closed.complete(code);
    }

    private void sendJoin(String match) {
        line.send(matches.message(match));
    }

    private void beat() {
        synchronized (line) {
            sendRaw(Messages.heartbeat(positions));
        }
    }

    /** What is said on the line. */
    private final class Conversation implements Line.Talk {
        private long heartbeat;

        @Override
        public String hello() {
            positions.reconnected();
            matches.named(positions.streams());
            return Messages.hello(positions);
        }

        @Override
        public void lost() {
            welcomed = false;
            heart.stop();
        }

        @Override
        public void over(int code) {
            ended(code);
        }

        @Override
        public void heard(int connection, String text) {
            Frame frame = Frame.of(connection, System.nanoTime(), text);
            heart.heard(frame.receivedAt());
            boolean counts = take(frame);
            journal.received(frame, counts);
            if (counts) {
                listeners.forEach(listener -> listener.accept(frame));
            }
        }

        /** Whether the frame is one that listeners should hear of. */
        private boolean take(Frame frame) {
            switch (frame.type()) {
                case "welcome" -> welcome(frame);
                case "resumed" -> resumed(frame);
                case "snapshot" -> {
                    return positions.snapshot(frame);
                }
                case "move" -> line.moveWithin(frame.json().path("within").asInt());
                case "ack" -> pending.acknowledged(Ack.of(frame.json()));
                case "error" ->
                    complaint(
                            frame.json().path("id").asText(),
                            frame.json().path("code").asText());
                case "event" -> {
                    return takeEvent(frame);
                }
                default -> {}
            }
            return true;
        }

        private void resumed(Frame frame) {
            boolean moved = !line.carries(frame.connection());
            line.resumed(frame.connection());
            if (moved) {
                begin();
            }
            pending.texts().forEach(line::send);
        }

        private boolean takeEvent(Frame frame) {
            StreamPositions.Verdict verdict = positions.event(frame);
            if (verdict == StreamPositions.Verdict.GAP) {
                line.sendOver(frame.connection(), Messages.resume(positions, frame.stream()));
            }
            return verdict == StreamPositions.Verdict.NEXT;
        }

        /** While a connection is moved, the old one goes on until the new one has {@link #resumed}. */
        private void welcome(Frame frame) {
            heartbeat = frame.json().path("heartbeat").asLong(HEARTBEAT_MS);
            if (line.carries(frame.connection())) {
                begin();
            }
        }

        private void begin() {
            welcomed = true;
            heart.start(heartbeat, TriviaClient.this::beat, () -> line.drop("nothing heard"));
            matches.missing().forEach(TriviaClient.this::sendJoin);
        }

        /** An answer to a match that this connection does not read needs a join first; it is sent again by itself. */
        private void complaint(String id, String code) {
            if (code.equals("out-of-phase")) {
                pending.matchOf(id).ifPresent(TriviaClient.this::sendJoin);
            } else if (!code.equals("unavailable")) {
                pending.refused(id, code);
            }
        }
    }
}
