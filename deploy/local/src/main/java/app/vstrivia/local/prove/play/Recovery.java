package app.vstrivia.local.prove.play;

import app.vstrivia.local.client.Frame;
import app.vstrivia.local.client.Journal;
import app.vstrivia.local.prove.chaos.Chronicle;
import app.vstrivia.local.prove.check.Timings;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** Where one client connects to, always another replica than before, and how long it takes until it has resumed. */
final class Recovery {
    private static final int LEFT = 1000;

    private final List<URI> sockets;
    private final Random random;
    private final Chronicle chronicle;
    private final Timings timings;
    private int replica;
    private boolean resumed;
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
                next.connecting(connection, socket);
            }

            @Override
            public void sent(int connection, String text) {
                next.sent(connection, text);
            }

            @Override
            public void received(Frame frame, boolean applied) {
                if (frame.type().equals("resumed")) {
                    found(frame.receivedAt());
                }
                next.received(frame, applied);
            }

            @Override
            public void ended(int connection, int code) {
                lost(code, System.nanoTime());
                next.ended(connection, code);
            }
        };
    }

    /** A loss is told from the moment of the kill, if one caused it; attempts that come to nothing go on with it. */
    private synchronized void lost(int code, long at) {
        if (resumed && code != LEFT) {
            OptionalLong kill = chronicle.killBefore(replica, at);
            killed = kill.isPresent();
            lostAt = kill.orElse(at);
        }
        resumed = false;
    }

    private synchronized void found(long at) {
        resumed = true;
        if (lostAt != null) {
            timings.of(killed ? Timings.Kind.RESUMED_AFTER_KILL : Timings.Kind.RESUMED)
                    .add((at - lostAt) / 1e6);
            lostAt = null;
        }
    }
}
