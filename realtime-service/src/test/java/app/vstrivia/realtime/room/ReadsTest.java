package app.vstrivia.realtime.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How much the database is asked when clients come back. */
@QuarkusTest
class ReadsTest extends Fixture {
    private static final int TIMES = 60;
    private static final int CLIENTS = 200;

    @Inject
    Pool pool;

    @Test
    void whoComesBackToWhatIsInMemoryCausesNoReads() throws Exception {
        PlayerId ada = matches.player();
        PlayerId bob = matches.player();
        MatchId match = matches.duel(1, Pace.STANDARD, 600_000, ada, bob);
        try (TestSocket b = TestSocket.open(socket, bob).hello().send(join(match))) {
            b.await(frame -> isSnapshotOf(frame, match));
            String hello = helloOf(ada, match);
            Reads reads = Reads.whileIdle(pool);

            reads.begin();
            for (int i = 0; i < TIMES; i++) {
                try (TestSocket again = TestSocket.open(socket, ada).send(hello)) {
                    again.awaitType("resumed");
                    assertTrue(again.frames().stream()
                            .noneMatch(frame -> frame.path("type").asText().equals("snapshot")));
                }
            }

            double extra = reads.extra();
            assertTrue(extra < TIMES / 4.0, TIMES + " times coming back caused " + extra + " reads");
        }
    }

    @Test
    void readsGrowWithTheStreamsAndNotWithTheClients() throws Exception {
        List<PlayerId> players = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            players.add(matches.player());
        }
        MatchId match = matches.duel(1, Pace.STANDARD, 600_000, players.toArray(PlayerId[]::new));
        matches.makeRoom(match);
        List<String> hellos = new ArrayList<>();
        for (PlayerId player : players) {
            hellos.add(helloOf(player, match));
        }
        Reads reads = Reads.whileIdle(pool);

        reads.begin();
        List<CompletableFuture<TestSocket>> back = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            back.add(CompletableFuture.supplyAsync(
                    () -> TestSocket.open(socket, players.get(client)).send(hellos.get(client))));
        }
        for (CompletableFuture<TestSocket> one : back) {
            one.join().awaitType("resumed");
        }

        double extra = reads.extra();
        back.forEach(one -> one.join().close());
        assertTrue(extra < CLIENTS / 4.0, CLIENTS + " clients caused " + extra + " reads");
    }

    @Test
    void snapshotsForManyAreReadOnce() throws Exception {
        List<PlayerId> players = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            players.add(matches.player());
        }
        MatchId match = matches.duel(1, Pace.STANDARD, 600_000, players.toArray(PlayerId[]::new));
        matches.makeRoom(match);
        List<TestSocket> sockets = new ArrayList<>();
        for (PlayerId player : players) {
            sockets.add(TestSocket.open(socket, player).hello());
        }
        Reads reads = Reads.whileIdle(pool);

        reads.begin();
        sockets.forEach(one -> one.send(join(match)));
        for (TestSocket one : sockets) {
            JsonNode snapshot = one.await(frame -> isSnapshotOf(frame, match));
            assertEquals(100, snapshot.at("/data/players").size());
            assertEquals(CLIENTS, snapshot.at("/data/playerCount").asInt());
            assertEquals(1, snapshot.at("/data/you/rank").asInt());
        }

        double extra = reads.extra();
        sockets.forEach(TestSocket::close);
        assertTrue(extra < CLIENTS / 4.0, CLIENTS + " snapshots caused " + extra + " reads");
    }

    /** What a client says that has everything there is. */
    private String helloOf(PlayerId player, MatchId match) {
        try (TestSocket first = TestSocket.open(socket, player).send("{'type':'hello'}")) {
            JsonNode own = first.await(frame -> frame.path("stream").asText().equals("player:" + player));
            first.send(join(match));
            JsonNode whole = first.await(frame -> isSnapshotOf(frame, match));
            return "{'type':'hello','resume':[" + position(own) + "," + position(whole) + "]}";
        }
    }

    private static String position(JsonNode frame) {
        return "{'stream':'" + frame.path("stream").asText() + "','epoch':" + frame.path("epoch") + ",'seq':"
                + frame.path("seq") + "}";
    }

    private static boolean isSnapshotOf(JsonNode frame, MatchId match) {
        return frame.path("type").asText().equals("snapshot")
                && frame.path("stream").asText().equals("match:" + match);
    }
}
