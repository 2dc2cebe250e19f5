package app.vstrivia.local.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps one connection: comes back with full jitter whenever it is lost, moves when the server asks for it, and gets a
 * new access token when the server does not like the present one. What is said on it is the {@link Talk}'s business,
 * which is called while this object is locked.
 */
final class Line implements Connection.Owner {
    /** What happens on the line. */
    interface Talk {
        /** What to say first on each connection. */
        String hello();

        void heard(int connection, String text);

        /** The connection is gone; another one will come. */
        void lost();

        /** The server does not want the client any more. */
        void over(int code);
    }

    private static final int RETRY_SPREAD_MS = 1_000;
    /** A connection that has not resumed by then is given up. */
    private static final int RESUME_WITHIN_MS = 8_000;
    /** Being displaced within this time of a move, or of an attempt that was given up, means by ourselves. */
    private static final long OWN_RIVAL_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final TriviaNetwork network;
    private final Account account;
    private final Supplier<URI> socketUri;
    private final Journal journal;
    private final Talk talk;
    private final Backoff backoff = new Backoff(ThreadLocalRandom.current());

    private Connection connection;
    /** What is to take the connection's place once everything that was missed is there; null unless there is such a one. */
    private Connection successor;

    /** When another connection of ours may have got to the server, as {@link System#nanoTime()}. */
    private long rivalAt = System.nanoTime() - OWN_RIVAL_NANOS;
    /** What was dialled last, until it has resumed or ended; null if there is no such one. */
    private Connection awaited;

    private boolean wanted;
    private boolean renewed;
    private int connections;

    Line(TriviaNetwork network, Account account, Supplier<URI> socketUri, Journal journal, Talk talk) {
        this.network = network;
        this.account = account;
        this.socketUri = socketUri;
        this.journal = journal;
        this.talk = talk;
    }

    /** Connects and stays connected until {@link #close}. */
    synchronized void connect() {
        if (!wanted) {
            wanted = true;
            open();
        }
    }

    /** How many connections were attempted. */
    synchronized int connections() {
        return connections;
    }

    synchronized void send(String text) {
        if (connection != null) {
            say(connection, text);
        }
    }

    /** Sends over that one of the two connections that there are during a move. */
    synchronized void sendOver(int number, String text) {
        if (successor != null && successor.number() == number) {
            say(successor, text);
        } else {
            send(text);
        }
    }

    private void say(Connection over, String text) {
        journal.sent(over.number(), text);
        over.send(text);
    }

    /** Whether it is the one that messages are sent over, and not just its successor. */
    synchronized boolean carries(int number) {
        return connection != null && connection.number() == number;
    }

    /** All is well: the next failure is the first one, and the old connection is not needed any more. */
    synchronized void resumed(int number) {
        backoff.reset();
        renewed = false;
        if (awaited != null && awaited.number() == number) {
            awaited = null;
        }
        if (successor != null && successor.number() == number) {
            takeOver();
        }
    }

    /** Reconnects at a random moment within that time, in ms. */
    synchronized void moveWithin(int millis) {
        Connection leaving = connection;
        network.scheduler()
                .schedule(
                        () -> move(leaving),
                        ThreadLocalRandom.current().nextInt(Math.max(1, millis)),
                        TimeUnit.MILLISECONDS);
    }

    /** The old connection is used until the new one has resumed. */
    private synchronized void move(Connection leaving) {
        if (wanted && leaving != null && leaving == connection && successor == null) {
            rivalAt = System.nanoTime();
            successor = new Connection(++connections, this);
            dial(successor);
        }
    }

    private void takeOver() {
        if (connection != null) {
            journal.ended(connection.number(), Journal.LEFT);
            connection.close();
        }
        connection = successor;
        successor = null;
        rivalAt = System.nanoTime() - OWN_RIVAL_NANOS;
    }

    /** Breaks the connection as a lost network would. */
    void drop(String why) {
        Connection current;
        synchronized (this) {
            current = connection;
        }
        if (current != null) {
            current.abort(new IOException(why));
        }
    }

    synchronized void close() {
        wanted = false;
        if (connection != null) {
            journal.ended(connection.number(), Journal.LEFT);
            connection.close();
            connection = null;
        }
        if (successor != null) {
            successor.close();
            successor = null;
        }
    }

    private synchronized void open() {
        if (!wanted) {
            return;
        }
        connection = new Connection(++connections, this);
        dial(connection);
    }

    private void dial(Connection next) {
        awaited = next;
        network.scheduler().schedule(() -> giveUp(next), RESUME_WITHIN_MS, TimeUnit.MILLISECONDS);
        account.token().whenComplete((token, failure) -> {
            if (failure == null) {
                next.open(network, chosenSocket(next), token);
            } else {
                next.abort(failure);
            }
        });
    }

    private void giveUp(Connection late) {
        boolean stillAwaited;
        synchronized (this) {
            stillAwaited = late == awaited;
            rivalAt = stillAwaited ? System.nanoTime() : rivalAt;
        }
        if (stillAwaited) {
            late.abort(new IOException("did not resume in time"));
        }
    }

    private synchronized URI chosenSocket(Connection next) {
        URI socket = socketUri.get();
        journal.connecting(next.number(), socket);
        return socket;
    }

    @Override
    public synchronized void opened(Connection which) {
        if (which == connection || which == successor) {
            say(which, talk.hello());
        } else {
            which.close();
        }
    }

    @Override
    public synchronized void received(Connection which, String text) {
        if (which == connection || which == successor) {
            talk.heard(which.number(), text);
        }
    }

    @Override
    public synchronized void ended(Connection which, int code, Throwable cause) {
        if (which == awaited) {
            awaited = null;
        }
        Ending ending = new Ending(code, cause);
        if (which == successor) {
            successor = null;
            journal.ended(which.number(), code);
            renewTokenAfter(ending);
            moveAfter(pause(ending));
        } else if (which == connection) {
            connection = null;
            talk.lost();
            lost(which, ending);
        }
    }

    private void lost(Connection which, Ending ending) {
        boolean byOurselves = ending.isDisplacement() && System.nanoTime() - rivalAt < OWN_RIVAL_NANOS;
        journal.ended(which.number(), byOurselves ? Journal.LEFT : ending.code());
        if (successor != null) {
            return;
        }
        if (!byOurselves && isFinal(ending)) {
            wanted = false;
            talk.over(ending.code());
            return;
        }
        renewTokenAfter(ending);
        reopenAfter(pause(ending));
    }

    private void renewTokenAfter(Ending ending) {
        if (ending.wantsNewToken()) {
            account.forgetToken();
        }
    }

    private void moveAfter(Duration pause) {
        Connection leaving = connection;
        if (leaving == null) {
            reopenAfter(pause);
        } else {
            network.scheduler().schedule(() -> move(leaving), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A token that the server refuses is replaced once; if the new one is no better there is no use in more. */
    private boolean isFinal(Ending ending) {
        boolean refusedAgain = ending.isUnauthenticated() && renewed;
        renewed |= ending.isUnauthenticated();
        return refusedAgain || ending.isFinal();
    }

    private Duration pause(Ending ending) {
        Duration own = backoff.next();
        return ending.retryAfter()
                .map(wait -> wait.plusMillis(ThreadLocalRandom.current().nextInt(RETRY_SPREAD_MS)))
                .orElse(own);
    }

    private void reopenAfter(Duration delay) {
        if (wanted && !network.scheduler().isShutdown()) {
            network.scheduler().schedule(this::open, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
