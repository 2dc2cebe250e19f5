package app.vstrivia.local.bench.load;

import java.util.HashMap;
import java.util.Map;

/** One player of the crowd, over as many connections as it takes. */
final class Member {
    /** How far a stream has been read. */
    record Position(long epoch, long seq) {}

    private final int index;
    private final Job.Seat seat;
    private final Map<String, Position> positions = new HashMap<>(4);
    private ClientSocket socket;
    private int replica;
    private int toJoin;
    private boolean resumed;

    Member(int index, Job.Seat seat, int replica) {
        this.index = index;
        this.seat = seat;
        this.replica = replica;
    }

    int index() {
        return index;
    }

    Job.Seat seat() {
        return seat;
    }

    /** Where the player is connected, or was last. */
    int replica() {
        return replica;
    }

    void moveTo(int other) {
        replica = other;
    }

    ClientSocket socket() {
        return socket;
    }

    void connected(ClientSocket by) {
        socket = by;
        resumed = false;
    }

    boolean isConnected() {
        return socket != null;
    }

    void disconnected() {
        socket = null;
        resumed = false;
    }

    boolean isResumed() {
        return resumed;
    }

    void resumed() {
        resumed = true;
    }

    /** How many matches are still to be joined. */
    int toJoin() {
        return toJoin;
    }

    void toJoin(int matches) {
        toJoin = matches;
    }

    Map<String, Position> positions() {
        return positions;
    }

    /** Does nothing without a connection. */
    void send(String text) {
        if (socket != null) {
            socket.send(text);
        }
    }
}
