package app.vstrivia.realtime.testing;

import app.vstrivia.model.id.MatchId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The first round of a match, which has just opened for players who have a socket each. */
public final class OpenRound implements AutoCloseable {
    private final MatchId match;
    private final List<TestSocket> sockets;
    private final List<JsonNode> openings;

    OpenRound(MatchId match, List<TestSocket> sockets) {
        this.match = match;
        this.sockets = sockets;
        sockets.forEach(socket -> socket.send(Fixture.join(match)));
        this.openings = sockets.stream()
                .map(socket -> socket.awaitEvent("round-opened"))
                .toList();
    }

    public MatchId match() {
        return match;
    }

    /** That of the first player, the second, and so on. */
    public TestSocket socket(int player) {
        return sockets.get(player);
    }

    /** When its time is over, in ms on the database's clock. */
    public long closesAt() {
        return openings.get(0).at("/data/closesAt").asLong();
    }

    @Override
    public void close() {
        sockets.forEach(TestSocket::close);
    }
}
