package app.vstrivia.local.prove.play;

import app.vstrivia.local.client.Frame;
import app.vstrivia.local.client.Journal;
import app.vstrivia.local.prove.chaos.Chronicle;
import app.vstrivia.local.prove.check.Timings;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Where one client connects to, always another replica than before, and how long it takes until it has resumed. During a move
 * there are two connections, of which the one that resumed last counts.
 */
final class Recovery {
    private final List<URI> sockets;
    private final Random random;
    private final Chronicle chronicle;
    private final Timings timings;
    private final Map<Integer, Integer> replicas = new HashMap<>();
    private int replica;
    private int resumed;
    private Long lostAt;
    private boolean killed;

    Recovery(List<URI> sockets, Random random, Chronicle chronicle, Timings timings) {
        this.sockets = List.copyOf(sockets);
        this.random = random;
        this.chronicle = chronicle;
        this.timings = timings;
        this.replica = random.nextInt(sockets.size());
    }

    synchronized URI nextSocket() {
        if (sockets.size() > 1) {
            replica = (replica + 1 + random.nextInt(sockets.size() - 1)) % sockets.size();
        }
        return sockets.get(replica);
    }

    /** Measures what goes by, and passes it on. */
    Journal following(Journal next) {
        return new Journal() {
            @Override
            public void connecting(int connection, URI socket) {
                chosen(connection, socket);
                next.connecting(connection, socket);
            }

            @Override
            public void sent(int connection, String text) {
                next.sent(connection, text);
            }

            @Override
            public void received(Frame frame, boolean applied) {
                if (frame.type().equals("resumed")) {
                    found(frame.connection(), frame.receivedAt());
                }
                next.received(frame, applied);
            }

            @Override
            public void ended(int connection, int code) {
                lost(connection, code, System.nanoTime());
                next.ended(connection, code);
            }
        };
    }

    private synchronized void chosen(int connection, URI socket) {
        replicas.put(connection, sockets.indexOf(socket));
    }

    /** A loss is told from the moment of the kill, if one caused it; attempts that come to nothing go on with it. */
    private synchronized void lost(int connection, int code, long at) {
        Integer left = replicas.remove(connection);
        if (connection == resumed && code != Journal.LEFT) {
            OptionalLong kill = chronicle.killBefore(left, at);
            killed = kill.isPresent();
            lostAt = kill.orElse(at);
        }
    }

    private synchronized void found(int connection, long at) {
        resumed = connection;
        if (lostAt != null) {
            timings.of(killed ? Timings.Kind.RESUMED_AFTER_KILL : Timings.Kind.RESUMED)
                    .add((at - lostAt) / 1e6);
            lostAt = null;
        }
    }
}
